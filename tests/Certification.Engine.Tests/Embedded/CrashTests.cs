using Certification.Engine.Tests.Contract;
using Certification.Storage;
using Certification.Testing;
using Certification.Testing.Faults;
using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Embedded;

/// <summary>A small journey with every kind of step, whose engine dies at its n-th write, for every n.</summary>
public sealed class CrashTests(AzuriteFixture azurite)
{
    private static readonly WorkflowName<int, string> Journey = new("test.journey");
    private static readonly WorkflowName<int, int> Part = new("test.journey.part");

    /// <summary>Double, child (double), event, timer in the past, double twice at once, closing.</summary>
    private const int ResultsRecorded = 7;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_journey_whose_engine_dies_at_any_write_completes_with_each_result_recorded_once(bool after)
    {
        for (var write = 1; ; write++)
        {
            using var stage = EngineStage.New(azurite);
            var crash = new CrashAtWrite(write, after);
            await Attempt(stage, new StorageClientSettings { PerAttempt = crash });
            if (!crash.Happened)
            {
                Assert.True(write > 12, $"the journey makes more writes than {write}");
                return;
            }

            var state = await Attempt(stage, settings: null);
            Assert.True(state?.Status == WorkflowStatus.Completed, $"crash at write {write}: {state}");
            Assert.Equal("\"12 go\"", state!.ResultJson);
            await EachResultOnce(stage, write);
        }
    }

    /// <summary>Starts an engine and does what a caller does who tries until told that it went well.</summary>
    /// <returns>The ended instance; null when the engine died on the way.</returns>
    private static async Task<WorkflowState?> Attempt(EngineStage stage, StorageClientSettings? settings)
    {
        await using var engine = stage.NewEngine(settings: settings, registry: Registry());
        try
        {
            await engine.StartAsync();
            await engine.Start(Journey, "journey", 1);
            await engine.RaiseEvent("journey", ContractWorkflows.Go, "only", "go");
            return await EngineStage.Ending(engine, "journey");
        }
        catch (SimulatedCrashException)
        {
            return null;
        }
    }

    private static async Task EachResultOnce(EngineStage stage, int write)
    {
        var rows = await stage.Rows("journey");
        var history = rows.Where(row => row.RowKey.StartsWith("h-", StringComparison.Ordinal)).ToList();
        var answered = history.Select(row => (row.GetString("Kind"), row.GetInt32("Call"))).ToList();
        Assert.True(answered.Count == ResultsRecorded, $"crash at write {write}: {string.Join(", ", answered)}");
        Assert.Equal(ResultsRecorded, answered.Distinct().Count());
        Assert.Single(rows, row => row.RowKey.StartsWith("e-", StringComparison.Ordinal) && row.GetString("Kind") == "Closing");
        Assert.Single(rows, row => row.RowKey.StartsWith("e-", StringComparison.Ordinal) && row.GetString("Kind") == "Event");
    }

    private static WorkflowRegistry Registry() => ContractActivities.Register(new WorkflowRegistry())
        .Add(Journey, 1, () => new Flow<int, string>(async (context, input) =>
        {
            var doubled = await context.CallActivity(ContractActivities.Double, input);
            var child = await context.CallSubWorkflow(Part, doubled, "journey.part");
            var go = await context.WaitForEvent(ContractWorkflows.Go);
            await context.CreateTimer(context.CurrentUtcTime);
            var both = await Task.WhenAll(
                context.CallActivity(ContractActivities.Double, doubled), context.CallActivity(ContractActivities.Double, child));
            return await context.TryCloseInbox() ? $"{both.Sum()} {go}" : "an event that nobody sent";
        }))
        .Add(Part, 1, () => new Flow<int, int>((context, input) => context.CallActivity(ContractActivities.Double, input)));
}
