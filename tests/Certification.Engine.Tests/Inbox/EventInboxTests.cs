using Certification.Storage;
using Certification.Storage.Inbox;
using Certification.Testing;
using Certification.Testing.Faults;
using Xunit;

namespace Certification.Engine.Tests.Inbox;

public sealed class EventInboxTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Two_processes_append_without_gaps_and_lose_nothing()
    {
        var prefix = await NewPrefix();
        EventInbox[] processes = [Open(prefix), Open(prefix)];
        await processes[0].Open("case");
        var sent = Enumerable.Range(1, 40).Select(n => new InboxEvent("note", $"id-{n}", $"{n}")).ToList();
        await Task.WhenAll(sent.Select((message, n) => Task.Run(() => processes[n % 2].Append("case", message))));
        var rows = await processes[0].Read("case", 1);
        Assert.Equal(Enumerable.Range(1, 40), rows.Select(row => row.Position));
        Assert.Equal(sent.Select(message => message.EventId).Order(), rows.Select(row => row.EventId).Order());
    }

    [Fact]
    public async Task There_is_nothing_to_append_to_before_the_inbox_is_opened() =>
        Assert.Equal(AppendOutcome.NoSuchInbox, (await Open(await NewPrefix()).Append("case", Message("a"))).Outcome);

    [Fact]
    public async Task Closing_fails_while_an_event_is_unread_and_refuses_events_afterwards()
    {
        var inbox = Open(await NewPrefix());
        await inbox.Open("case");
        await inbox.Append("case", Message("a"));
        Assert.False(await inbox.Close("case", 1));
        Assert.True(await inbox.Close("case", 2));
        Assert.Equal(AppendOutcome.Closed, (await inbox.Append("case", Message("b"))).Outcome);
    }

    [Fact]
    public async Task An_append_whose_reply_was_lost_is_recorded_once()
    {
        var prefix = await NewPrefix();
        await Open(prefix).Open("case");
        var settings = new StorageClientSettings { PerAttempt = new ReplyLostOnce(1), RetryDelay = TimeSpan.FromMilliseconds(1) };
        var result = await Open(prefix, settings).Append("case", Message("a"));
        Assert.Equal((AppendOutcome.Recorded, 1), (result.Outcome, result.Row!.Position));
        Assert.Single(await Open(prefix).Read("case", 1));
    }

    [Fact]
    public async Task A_closing_whose_reply_was_lost_is_not_taken_for_somebody_elses_event()
    {
        var prefix = await NewPrefix();
        await Open(prefix).Open("case");
        var settings = new StorageClientSettings { PerAttempt = new ReplyLostOnce(1), RetryDelay = TimeSpan.FromMilliseconds(1) };
        Assert.True(await Open(prefix, settings).Close("case", 1));
    }

    [Fact]
    public async Task A_known_tail_makes_an_append_one_call()
    {
        var prefix = await NewPrefix();
        await Open(prefix).Open("case");
        var calls = new CallCounter();
        await Open(prefix, new StorageClientSettings { PerAttempt = calls }).Append("case", Message("a"), knownTail: 0);
        Assert.Equal(1, calls.Count);
    }

    [Fact]
    public async Task A_payload_above_the_limit_stands_in_a_blob_named_by_its_digest()
    {
        var prefix = await NewPrefix();
        var inbox = Open(prefix);
        await inbox.Open("case");
        var text = $"\"{new string('é', PayloadStore.InlineLimit)}\"";
        await inbox.Append("case", new InboxEvent("note", "a", text));
        var stored = (await inbox.Read("case", 1)).Single().Payload;
        Assert.StartsWith("blob:payloads/", stored, StringComparison.Ordinal);
        Assert.Equal(text, await new PayloadStore(Storage(prefix).Container(StorageNames.WorkflowsContainer)).Unpack(stored));
    }

    private static InboxEvent Message(string id) => new("note", id, "1");

    private async Task<string> NewPrefix()
    {
        var prefix = AzuriteFixture.NewPrefix();
        await Storage(prefix).CreateMissing();
        return prefix;
    }

    private EventInbox Open(string prefix, StorageClientSettings? settings = null)
    {
        var storage = Storage(prefix, settings);
        return new EventInbox(
            storage.Table(StorageNames.WorkflowsTable), new PayloadStore(storage.Container(StorageNames.WorkflowsContainer)));
    }

    private AuthorityStorage Storage(string prefix, StorageClientSettings? settings = null) =>
        AuthorityStorage.Open(azurite.Address, prefix, settings);

    private sealed class CallCounter : Azure.Core.Pipeline.HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count => _count;

        public override void OnSendingRequest(Azure.Core.HttpMessage message) => Interlocked.Increment(ref _count);
    }
}
