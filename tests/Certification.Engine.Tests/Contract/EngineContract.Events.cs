using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task An_event_that_comes_before_its_wait_is_kept()
    {
        var id = await Start(ContractWorkflows.NoteAfterGo, 0);
        await Send(id, ContractWorkflows.Note, "early");
        await Send(id, ContractWorkflows.Go, "");
        Assert.Equal("early", await Result<string>(id));
    }

    [Fact]
    public async Task A_wait_that_timed_out_does_not_swallow_the_next_event()
    {
        var id = await Start(ContractWorkflows.NoteWithDeadline, 0);
        await AdvanceTime(TimeSpan.FromMinutes(61));
        await Eventually(id, state => state.CustomStatus == "timed out");
        await Send(id, ContractWorkflows.Note, "late");
        Assert.Equal("nothing, then late", await Result<string>(id));
    }

    [Fact]
    public async Task An_event_within_its_deadline_wins_over_the_timer()
    {
        var id = await Start(ContractWorkflows.NoteWithDeadline, 0);
        await Send(id, ContractWorkflows.Note, "one");
        await Send(id, ContractWorkflows.Note, "two");
        Assert.Equal("one, then two", await Result<string>(id));
    }

    [Fact]
    public async Task Waits_of_one_name_are_served_in_order()
    {
        var id = await Start(ContractWorkflows.TwoNotes, 0);
        await Send(id, ContractWorkflows.Note, "a");
        await Send(id, ContractWorkflows.Note, "b");
        Assert.Equal("a b", await Result<string>(id));
    }

    [Fact]
    public async Task An_event_sent_twice_under_one_id_is_received_once()
    {
        var id = await Start(ContractWorkflows.TwoNotes, 0);
        Assert.Equal(RaiseOutcome.Recorded, await Client.RaiseEvent(id, ContractWorkflows.Note, "same", "a"));
        Assert.Equal(RaiseOutcome.Recorded, await Client.RaiseEvent(id, ContractWorkflows.Note, "same", "a"));
        await Send(id, ContractWorkflows.Note, "b");
        Assert.Equal("a b", await Result<string>(id));
    }

    [Fact]
    public async Task An_event_to_an_ended_instance_is_refused()
    {
        var id = await Start(ContractWorkflows.FiveSteps, 1);
        await End(id);
        Assert.Equal(RaiseOutcome.InstanceEnded, await Send(id, ContractWorkflows.Note, "too late"));
    }

    [Fact]
    public async Task An_event_to_an_unknown_instance_is_refused() =>
        Assert.Equal(RaiseOutcome.NoSuchInstance, await Send(NewId(), ContractWorkflows.Note, "nobody there"));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Every_event_that_races_the_closing_is_either_counted_or_refused(int round)
    {
        var id = await Start(ContractWorkflows.Counter, round);
        var senders = Enumerable.Range(0, 4).Select(sender => Task.Run(() => SendUntilRefused(id, sender))).ToList();
        await Task.Delay(20 * round);
        await Send(id, ContractWorkflows.Go, "");
        var recorded = (await Task.WhenAll(senders)).Sum();
        Assert.Equal(recorded, await Result<int>(id));
    }

    [Fact]
    public async Task Continue_as_new_keeps_the_events_that_nobody_has_read()
    {
        string[] notes = [.. Enumerable.Range(10, 30).Select(n => $"n{n}")];
        var id = await Start(ContractWorkflows.Continuing, new ContractWorkflows.Tally(notes.Length, []));
        await Task.WhenAll(notes.Select(note => Task.Run(() => Send(id, ContractWorkflows.Note, note))));
        Assert.Equal(string.Join(' ', notes), await Result<string>(id));
    }

    private async Task<int> SendUntilRefused(string id, int sender)
    {
        for (var sent = 0; ; sent++)
        {
            var outcome = await Send(id, ContractWorkflows.Note, $"{sender}-{sent}");
            if (outcome == RaiseOutcome.InstanceEnded || sent == 40) return outcome == RaiseOutcome.Recorded ? sent + 1 : sent;
        }
    }
}
