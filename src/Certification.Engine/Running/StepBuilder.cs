using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Storage.Inbox;
using Certification.Workflows.Port;

namespace Certification.Engine.Running;

/// <summary>Feeds a run with what has arrived and puts together the step that records it: results first, then events in
/// the order of the inbox, then timers, so that an event recorded before its deadline wins even if the engine was away.</summary>
internal sealed class StepBuilder(InstanceRecord before, WorkflowRun run, DateTimeOffset now)
{
    /// <summary>The name by which a termination travels through the inbox; no sender can use it.</summary>
    public const string TerminateEvent = "$terminate";

    /// <summary>A transaction takes 100 rows; the instance's and the inbox's closing row need two.</summary>
    private const int EntryLimit = 90;

    /// <summary>A transaction takes 4 MB, and JSON inside JSON grows by its escapes.</summary>
    private const int PayloadLimit = 512 * 1024;

    private readonly List<HistoryEntry> _entries = [];
    private readonly DateTimeOffset _time = now > before.UpdatedAt ? now : before.UpdatedAt;
    private readonly List<string?> _causes = [];
    private int _payload;
    private int _inboxRead = before.InboxRead;
    private int? _closeAt;

    /// <summary>True when the step closes the inbox because the workflow asked, and goes on from a "yes".</summary>
    public bool ClosesOnRequest { get; private set; }

    /// <summary>Carried traces of the events that the step takes in.</summary>
    public IReadOnlyList<string?> Causes => _causes;

    private bool Full => _entries.Count >= EntryLimit || _payload >= PayloadLimit || run.Outcome is not null;

    private bool Closed => before.InboxClosed || _closeAt is not null;

    /// <summary>Feeds results of activities and children.</summary>
    /// <returns>How many were looked at; the rest waits for the next step.</returns>
    public int AddResults(IReadOnlyList<(int Run, HistoryEntry Entry)> results)
    {
        var taken = 0;
        while (taken < results.Count && !Full)
        {
            var (ofRun, entry) = results[taken++];
            if (ofRun == before.Run) Feed(entry, null);
        }

        return taken;
    }

    /// <summary>Feeds events that follow the last one read.</summary>
    /// <param name="seen">Ids of events received so far; an event with one of them is passed over.</param>
    public void AddEvents(IReadOnlyDictionary<int, InboxRow> rows, ISet<string> seen)
    {
        while (!Full && rows.TryGetValue(_inboxRead + 1, out var row) && row.Kind == InboxRowKind.Event)
        {
            _inboxRead++;
            if (!seen.Add(row.EventId)) continue;
            _causes.Add(row.Trace);
            if (row.Name == TerminateEvent) run.Terminate(WorkflowJson.Read<string>(row.Payload));
            else Feed(new HistoryEntry(HistoryKind.EventReceived, row.Position, row.Name, _time, null), row);
        }
    }

    /// <summary>Feeds timers that are due, those that the workflow makes meanwhile included.</summary>
    public void AddTimers()
    {
        while (!Full && run.DueTimer(_time) is { } timer)
            Feed(new HistoryEntry(HistoryKind.TimerFired, timer.Call, timer.Name, _time, null), null);
    }

    /// <summary>Answers a workflow that wants to close its inbox: no, if it has an event to read; otherwise yes, on
    /// condition that the closing row finds its place free.</summary>
    public void AddClosing()
    {
        while (!Full && run.Pending.FirstOrDefault(request => request.Kind == RequestKind.CloseInbox) is { } request)
        {
            var close = run.Unread.Count == 0;
            if (close && !Closed) (_closeAt, ClosesOnRequest) = (_inboxRead + 1, true);
            var kind = close ? HistoryKind.InboxClosed : HistoryKind.InboxNotClosed;
            Feed(new HistoryEntry(kind, request.Call, request.Name, _time, close ? "true" : "false"), null);
        }
    }

    /// <summary>The step; null when nothing has changed that is worth a write.</summary>
    public Step? Build()
    {
        var closed = Closed;
        var ends = run.Outcome is not null and not RunOutcome.Continued;
        if (ends && !closed) _closeAt = _inboxRead + 1;
        var after = StepEffect.Of(run, before) with
        {
            LastSequence = before.LastSequence + _entries.Count,
            InboxRead = _inboxRead,
            InboxClosed = closed || ends,
            UpdatedAt = _time,
        };
        if (run.Outcome is RunOutcome.Continued)
            after = after with { RunStartedAt = _time, HistoryFrom = after.LastSequence + 1 };
        return _entries.Count > 0 || StepEffect.Differs(before, after) ? new Step(before, after, _entries, _closeAt) : null;
    }

    private void Feed(HistoryEntry entry, InboxRow? row)
    {
        var timed = entry with { Time = _time };
        if (!run.Feed(timed, row, replaying: false)) return;
        _entries.Add(timed);
        // One char of JSON is three bytes of UTF-8 at most; what goes to a blob leaves only its name.
        var length = entry.Payload?.Length ?? 0;
        _payload += length > PayloadStore.InlineLimit ? 0 : length * 3;
    }
}
