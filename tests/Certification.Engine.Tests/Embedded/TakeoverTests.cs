using Certification.Engine.Tests.Contract;
using Certification.Storage;
using Certification.Testing;
using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Embedded;

public sealed class TakeoverTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly WorkflowName<int, string> Work = new("test.work");
    private static readonly ActivityName<int, string> Slow = new("test.slow");

    private readonly EngineStage _stage = EngineStage.New(azurite);

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task A_standby_takes_starts_and_events_and_the_leader_carries_them_out()
    {
        await using var leader = await _stage.StartEngine("a");
        await using var standby = await _stage.StartEngine("b");
        Assert.Equal((true, false), (leader.Leads, standby.Leads));
        Assert.Equal(StartOutcome.Started, await standby.Start(ContractWorkflows.Echo, "case", "hello"));
        Assert.Equal(StartOutcome.AlreadyExists, await standby.Start(ContractWorkflows.Echo, "case", "hello"));
        await standby.RaiseEvent("case", ContractWorkflows.Go, "1", "");
        Assert.Equal("\"hello\"", (await EngineStage.Ending(standby, "case")).ResultJson);
    }

    [Fact]
    public async Task A_leader_that_stops_in_order_hands_over_at_once()
    {
        var leader = await _stage.StartEngine("a");
        await using var standby = await _stage.StartEngine("b");
        await leader.Start(ContractWorkflows.Echo, "case", "hello");
        await leader.DisposeAsync();
        await standby.RaiseEvent("case", ContractWorkflows.Go, "1", "");
        Assert.Equal("\"hello\"", (await EngineStage.Ending(standby, "case")).ResultJson);
    }

    [Fact]
    public async Task When_the_leader_falls_silent_the_standby_takes_over_and_the_old_leader_writes_nothing_more()
    {
        using var release = new SemaphoreSlim(0);
        var cut = new Cut();
        var old = await _stage.StartEngine("a", new StorageClientSettings { PerAttempt = cut }, Registry("old", release));
        await using var standby = await _stage.StartEngine("b", registry: Registry("new", release: null));
        await old.Start(Work, "case", 0);
        cut.Now = true;

        Assert.Equal("\"by new\"", (await EngineStage.Ending(standby, "case")).ResultJson);
        var rows = await _stage.Rows("case");
        // The old leader hears storage again, its activity ends only now, and it would like to record that.
        cut.Now = false;
        release.Release();
        await Task.Delay(1000);
        Assert.False(old.Leads);
        Assert.Equal(rows.Select(row => row.ETag), (await _stage.Rows("case")).Select(row => row.ETag));
        await old.DisposeAsync();
        Assert.True(standby.Leads);
    }

    private static WorkflowRegistry Registry(string node, SemaphoreSlim? release) => new WorkflowRegistry()
        .Add(Work, 1, () => new Flow<int, string>((context, input) => context.CallActivity(Slow, input)))
        .Add(Slow, () => new Waiting(node, release));

    private sealed class Waiting(string node, SemaphoreSlim? release) : IActivity<int, string>
    {
        public async Task<string> Run(ActivityContext context, int input, CancellationToken cancellation)
        {
            // Not by the engine's token: a paused process notices nothing.
            if (release is not null) await release.WaitAsync(CancellationToken.None);
            return $"by {node}";
        }
    }
}
