using System.Collections.Concurrent;
using System.Diagnostics;
using Certification.Engine.Telemetry;
using Certification.Engine.Tests.Contract;
using Certification.Engine.Tests.Embedded;
using Certification.Testing;
using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Telemetry;

public sealed class CarriedTraceTests : IDisposable
{
    private static readonly WorkflowName<int, int> DoubleAfterGo = new("trace.double-after-go");

    private readonly EngineStage _stage;
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivitySource _callers = new("Certification.Tests.Callers." + Guid.NewGuid().ToString("N"));
    private readonly ActivityListener _listener;

    public CarriedTraceTests(AzuriteFixture azurite)
    {
        _stage = EngineStage.New(azurite);
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == EngineTelemetry.Name || source == _callers,
            Sample = (ref ActivityCreationOptions<System.Diagnostics.ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _callers.Dispose();
        _stage.Dispose();
    }

    [Fact]
    public async Task An_instance_goes_on_with_the_trace_of_its_start_after_a_restart_and_links_to_what_woke_it()
    {
        string started, woke;
        await using (var before = await _stage.StartEngine(registry: Registry()))
        {
            using var caller = _callers.StartActivity("start")!;
            started = caller.TraceId.ToString();
            await before.Start(DoubleAfterGo, "traced", 21);
        }

        Activity.Current = null;
        await using var after = await _stage.StartEngine(registry: Registry());
        using (var caller = _callers.StartActivity("go")!)
        {
            woke = caller.TraceId.ToString();
            await after.RaiseEvent("traced", ContractWorkflows.Go, "go", "");
        }

        Assert.Equal("42", (await EngineStage.Ending(after, "traced")).ResultJson);
        await after.StopAsync();
        var spans = _spans.Where(span => span.TraceId.ToString() == started).ToList();
        Assert.Contains(spans, span => span.OperationName == $"activity {ContractActivities.Double.Name}");
        var woken = Assert.Single(spans, span => span.Links.Any());
        Assert.Equal($"step {DoubleAfterGo.Name}", woken.OperationName);
        Assert.Equal(woke, Assert.Single(woken.Links).Context.TraceId.ToString());
        Assert.NotEqual(started, woke);
    }

    [Fact]
    public async Task A_sub_workflow_goes_on_with_the_trace_of_its_parent()
    {
        await using var engine = await _stage.StartEngine();
        string trace;
        using (var caller = _callers.StartActivity("start")!)
        {
            trace = caller.TraceId.ToString();
            await engine.Start(ContractWorkflows.Parent, "parent", 3);
        }

        await EngineStage.Ending(engine, "parent");
        var instances = _spans.Where(span => span.TraceId.ToString() == trace)
            .Select(span => span.GetTagItem("certification.workflow.instance.id")).Distinct();
        Assert.True(instances.Count() > 2);
    }

    private static WorkflowRegistry Registry() => ContractActivities.Register(new WorkflowRegistry())
        .Add(DoubleAfterGo, 1, () => new Flow<int, int>(async (context, number) =>
        {
            await context.WaitForEvent(ContractWorkflows.Go);
            return await context.CallActivity(ContractActivities.Double, number);
        }));
}
