using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Functions.StandIns.Worker;

/// <summary>The functions of the running program, found by their mark and called by name.</summary>
internal sealed class StandInFunctions(IServiceProvider services)
{
    private readonly Dictionary<string, MethodInfo> _methods = Assembly.GetEntryAssembly()!.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.IsDefined(typeof(FunctionAttribute)))
        .ToDictionary(method => method.GetCustomAttribute<FunctionAttribute>()!.Name);

    /// <summary>Names of the functions that have a trigger of this kind.</summary>
    public IEnumerable<string> Triggered<TTrigger>()
        where TTrigger : Attribute =>
        _methods.Where(function => function.Value.GetParameters()[0].IsDefined(typeof(TTrigger))).Select(function => function.Key);

    /// <summary>Runs an orchestrator function.</summary>
    public Task<JsonElement> Orchestrate(TaskOrchestrationContext context) => (Task<JsonElement>)Call(context.Name, context, null, default);

    /// <summary>Runs an activity function.</summary>
    public Task<JsonElement> Act(string name, JsonElement input, DurableTaskClient client, CancellationToken stop) =>
        _methods.ContainsKey(name)
            ? (Task<JsonElement>)Call(name, input, client, stop)
            : throw new InvalidOperationException($"No function is called {name}.");

    /// <summary>Runs a function that a timer or a request triggers.</summary>
    public Task Run(string name, object trigger, DurableTaskClient client, CancellationToken stop) => Call(name, trigger, client, stop);

    private Task Call(string name, object trigger, DurableTaskClient? client, CancellationToken stop)
    {
        var method = _methods[name];
        var self = ActivatorUtilities.CreateInstance(services, method.DeclaringType!);
        object?[] arguments = [.. method.GetParameters().Select((parameter, n) =>
            n == 0 ? trigger : parameter.ParameterType == typeof(DurableTaskClient) ? client : (object?)stop)];
        return (Task)method.Invoke(self, arguments)!;
    }
}
