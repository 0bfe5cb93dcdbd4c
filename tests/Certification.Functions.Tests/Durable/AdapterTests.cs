using Certification.Engine.Tests.Contract;
using Certification.Functions.Durable;
using Certification.Testing;
using Certification.Workflows.Port;
using Xunit;

namespace Certification.Functions.Tests.Durable;

/// <summary>What the contract cannot see from outside.</summary>
public sealed class AdapterTests(AzuriteFixture azurite) : IAsyncLifetime
{
    private AdapterStage _stage = null!;

    public async ValueTask InitializeAsync() => _stage = await AdapterStage.New(azurite);

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task An_upgrade_under_a_running_instance_leaves_it_on_the_steps_that_it_began_with()
    {
        await _stage.Client.Start(ContractWorkflows.PinnedVersion, "old", 0);
        await Eventually("old", _ => _stage.Hub.Find("old")!.Scheduled.Count > 0);
        _stage.Upgrade(ContractWorkflows.Registry(version: 4));
        await _stage.Client.Start(ContractWorkflows.PinnedVersion, "new", 0);
        foreach (var id in (string[])["old", "new"]) await _stage.Client.RaiseEvent(id, ContractWorkflows.Go, "go", "");
        Assert.Equal("3", (await Eventually("old", Ended)).ResultJson);
        Assert.Equal("4", (await Eventually("new", Ended)).ResultJson);
    }

    [Fact]
    public async Task A_start_whose_starter_died_before_it_told_Durable_is_finished_by_the_next_caller()
    {
        var workflow = ContractWorkflows.Registry().Workflows[ContractWorkflows.FiveSteps.Name];
        await _stage.Starts.Register("orphan", workflow, "3", RunClock.Of(_stage.Time), null, null, CancellationToken.None);
        Assert.Equal(WorkflowStatus.Running, (await _stage.Client.Query("orphan"))!.Status);

        Assert.Equal(StartOutcome.AlreadyExists, await _stage.Client.Start(ContractWorkflows.FiveSteps, "orphan", 4));
        Assert.Equal("96", (await Eventually("orphan", Ended)).ResultJson);
    }

    [Fact]
    public async Task An_event_whose_doorbell_was_lost_is_found_at_the_next_look()
    {
        await _stage.Client.Start(ContractWorkflows.TwoNotes, "deaf", 0);
        await Eventually("deaf", _ => _stage.Hub.Find("deaf")!.Scheduled.Count > 1);
        _stage.Hub.LosesEvents = true;
        await _stage.Client.RaiseEvent("deaf", ContractWorkflows.Note, "1", "a");
        await _stage.Client.RaiseEvent("deaf", ContractWorkflows.Note, "2", "b");
        _stage.Hub.LosesEvents = false;
        await _stage.Bells.RingAll(CancellationToken.None);
        Assert.Equal("\"a b\"", (await Eventually("deaf", Ended)).ResultJson);
    }

    [Fact]
    public async Task A_hundred_events_at_once_to_a_workflow_that_continues_as_new_are_all_read()
    {
        string[] notes = [.. Enumerable.Range(100, 100).Select(n => $"n{n}")];
        await _stage.Client.Start(ContractWorkflows.Continuing, "burst", new ContractWorkflows.Tally(notes.Length, []));
        await Task.WhenAll(notes.Select(note => _stage.Client.RaiseEvent("burst", ContractWorkflows.Note, note, note)));
        var read = WorkflowJson.Read<string>((await Eventually("burst", Ended)).ResultJson!);
        Assert.Equal(string.Join(' ', notes), read);
    }

    [Fact]
    public async Task A_doorbell_that_cannot_be_rung_does_not_undo_the_event()
    {
        await _stage.Client.Start(ContractWorkflows.Echo, "quiet", "x");
        _stage.Hub.RefusesEvents = true;
        Assert.Equal(RaiseOutcome.Recorded, await _stage.Client.RaiseEvent("quiet", ContractWorkflows.Go, "1", ""));
    }

    [Fact]
    public async Task An_activity_that_fails_is_run_again_under_the_same_operation()
    {
        await _stage.Client.Start(ContractWorkflows.Retrying, "again", 2);
        Assert.Equal("3", (await Eventually("again", Ended)).ResultJson);
        Assert.Equal(3, _stage.Hub.Find("again")!.Scheduled.Count(action => action.Name == ContractActivities.Flaky.Name));
    }

    private static bool Ended(WorkflowState state) => state.Status != WorkflowStatus.Running;

    private async Task<WorkflowState> Eventually(string id, Func<WorkflowState, bool> wanted)
    {
        var giveUp = DateTime.UtcNow.AddSeconds(60);
        while (true)
        {
            if (await _stage.Client.Query(id) is { } state && wanted(state)) return state;
            if (DateTime.UtcNow > giveUp) throw new TimeoutException($"{id} is {await _stage.Client.Query(id)}");
            await Task.Delay(10);
        }
    }
}
