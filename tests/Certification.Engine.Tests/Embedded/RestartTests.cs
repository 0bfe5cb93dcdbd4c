using Azure.Core;
using Azure.Core.Pipeline;
using Certification.Engine.Tests.Contract;
using Certification.Storage;
using Certification.Testing;
using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Embedded;

public sealed class RestartTests(AzuriteFixture azurite) : IDisposable
{
    private readonly EngineStage _stage = EngineStage.New(azurite);

    public void Dispose() => _stage.Dispose();

    [Fact]
    public async Task A_restart_re_arms_timers_without_a_replay()
    {
        await using (var before = await _stage.StartEngine())
        {
            await before.Start(ContractWorkflows.Sleeper, "sleeper", 60);
            await before.Start(ContractWorkflows.FiveSteps, "ended", 1);
            await EngineStage.Ending(before, "ended");
        }

        var reads = new HistoryReads();
        await using var after = await _stage.StartEngine(settings: new StorageClientSettings { PerAttempt = reads });
        await Task.Delay(500);
        Assert.Equal(0, reads.Count);
        _stage.Time.Jump(TimeSpan.FromMinutes(61));
        after.ClockAdvanced();
        Assert.Equal(WorkflowStatus.Completed, (await EngineStage.Ending(after, "sleeper")).Status);
        Assert.Equal(1, reads.Count);
    }

    [Fact]
    public async Task A_restarted_node_leads_again_at_once_although_it_never_gave_the_lease_up()
    {
        var cut = new Cut();
        var before = await _stage.StartEngine(settings: new StorageClientSettings { PerAttempt = cut });
        Assert.True(before.Leads);
        cut.Now = true;
        await before.DisposeAsync();
        await using var after = await _stage.StartEngine();
        Assert.True(after.Leads);
    }

    [Fact]
    public async Task A_start_and_an_event_recorded_while_no_engine_runs_are_taken_up_by_the_next()
    {
        await _stage.Storage().CreateMissing();
        var away = _stage.NewEngine("client-only");
        Assert.Equal(StartOutcome.Started, await away.Start(ContractWorkflows.NoteAfterGo, "case", 0));
        await away.RaiseEvent("case", ContractWorkflows.Go, "1", "");
        await away.RaiseEvent("case", ContractWorkflows.Note, "2", "while you were out");
        await using var engine = await _stage.StartEngine();
        Assert.Equal("\"while you were out\"", (await EngineStage.Ending(engine, "case")).ResultJson);
    }

    [Fact]
    public async Task An_instance_keeps_its_version_when_the_code_moves_on()
    {
        await using (var before = await _stage.StartEngine())
            await before.Start(ContractWorkflows.PinnedVersion, "old", 0);
        await using var after = await _stage.StartEngine(registry: ContractWorkflows.Registry(version: 4));
        await after.Start(ContractWorkflows.PinnedVersion, "new", 0);
        foreach (var id in (string[])["old", "new"]) await after.RaiseEvent(id, ContractWorkflows.Go, "go", "");
        Assert.Equal("3", (await EngineStage.Ending(after, "old")).ResultJson);
        Assert.Equal("4", (await EngineStage.Ending(after, "new")).ResultJson);
    }

    [Fact]
    public async Task Two_processes_cannot_share_a_node_folder()
    {
        await using var first = await _stage.StartEngine("same");
        await using var second = _stage.NewEngine("same");
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => second.StartAsync());
        Assert.Contains("in use by another process", refusal.Message, StringComparison.Ordinal);
    }

    private sealed class HistoryReads : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public override void OnSendingRequest(HttpMessage message)
        {
            if (message.Request.Uri.ToString().Contains("h-0000", StringComparison.Ordinal)) Interlocked.Increment(ref _count);
        }
    }
}
