using System.Reflection;
using System.Text.Json;
using Certification.Functions.Durable;
using Certification.Functions.Triggers;
using Certification.Testing;
using Certification.Workflows;
using Certification.Workflows.Port;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Certification.Functions.Tests.Triggers;

/// <summary>A name that has no function would fail an instance in production, long after the build.</summary>
public sealed class FunctionNamesTests
{
    [Fact]
    public void Every_workflow_has_one_function_of_its_name_and_no_other_has()
    {
        var registry = new WorkflowRegistry();
        CertificationWorkflows.RegisterWorkflows(registry);
        Assert.Equal(registry.Workflows.Keys.Order(), Names(typeof(WorkflowFunctions)).Order());
    }

    [Fact]
    public void Every_activity_has_one_function_of_its_name_and_no_other_has()
    {
        var activities = CertificationWorkflows.Register(new Nothing()).Activities.Keys;
        Assert.Equal(activities.Order(), Names(typeof(ActivityFunctions)).Order());
    }

    [Fact]
    public void Every_engine_activity_has_one_function_of_its_name()
    {
        var constants = typeof(EngineActivities).GetFields().Select(field => (string)field.GetRawConstantValue()!);
        Assert.Equal(constants.Order(), Names(typeof(EngineFunctions)).Order());
    }

    [Fact]
    public async Task Every_activity_function_runs_the_activity_that_it_is_named_after()
    {
        var registry = new WorkflowRegistry();
        foreach (var name in Names(typeof(ActivityFunctions))) registry.Add(new ActivityName<int, string>(name), () => new NameTeller(name));
        var (source, call) = (new DurableClientSource(), Wire.Of(new ActivityCall("i", "i/1/1", 1, "0")));
        var payloads = new Certification.Storage.Inbox.PayloadStore(null!);
        var functions = new ActivityFunctions(new DurableWorkflows(
            registry, payloads, null!, new DoorbellRinger(source, NullLogger<DoorbellRinger>.Instance), source, NullLogger.Instance));
        foreach (var (name, method) in Functions(typeof(ActivityFunctions)))
        {
            var answer = await (Task<JsonElement>)method.Invoke(functions, [call, null, CancellationToken.None])!;
            Assert.Equal($"\"{name}\"", Wire.Read<ActivityAnswer>(answer).Result);
        }
    }

    private static IEnumerable<string> Names(Type functions) => Functions(functions).Select(function => function.Name);

    private static IEnumerable<(string Name, MethodInfo Method)> Functions(Type functions) => functions.GetMethods()
        .Select(method => (method.GetCustomAttribute<FunctionAttribute>()?.Name, method))
        .Where(function => function.Name is not null).Select(function => (function.Name!, function.method));

    private sealed class NameTeller(string name) : IActivity<int, string>
    {
        public Task<string> Run(ActivityContext context, int input, CancellationToken cancellation) => Task.FromResult(name);
    }

    /// <summary>Registering asks for nothing; only a call would.</summary>
    private sealed class Nothing : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
