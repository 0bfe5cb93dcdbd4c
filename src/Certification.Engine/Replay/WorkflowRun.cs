using System.Security.Cryptography;
using System.Text;
using Certification.Engine.Records;
using Certification.Storage.Inbox;
using Certification.Workflows.Port;

namespace Certification.Engine.Replay;

/// <summary>One run of a workflow in memory: fed with results one by one, recorded ones first, it asks for what it needs
/// next. The same results in the same order give the same requests, which is checked against history.</summary>
internal sealed class WorkflowRun
{
    private readonly InstanceRecord _start;
    private readonly WorkflowEntry _workflow;
    private readonly TurnScheduler _turns;
    private readonly ReplayContext _context;
    private Task<string>? _task;

    /// <param name="onStray">Called from any thread when workflow code continues outside a turn.</param>
    public WorkflowRun(WorkflowEntry workflow, InstanceRecord start, Action onStray)
    {
        (_workflow, _start) = (workflow, start);
        _turns = new TurnScheduler(onStray);
        _context = new ReplayContext(start, _turns);
    }

    /// <summary>How the run ended; null while it waits.</summary>
    public RunOutcome? Outcome { get; private set; }

    /// <summary>What it asked for and has no answer to.</summary>
    public IReadOnlyCollection<Request> Pending => _context.Pending.Values;

    /// <summary>Events that it received and did not read.</summary>
    public IReadOnlyList<InboxRow> Unread => _context.Events.Unread;

    /// <summary>What it shows to those who query it.</summary>
    public string? CustomStatus => _context.CustomStatus;

    /// <summary>The earliest timer, in business time.</summary>
    public DateTimeOffset? NextDue =>
        Pending.Where(request => request.Kind == RequestKind.Timer).Select(request => (DateTimeOffset?)request.FireAt).Min();

    /// <summary>True while it waits for an event.</summary>
    public bool WaitsForEvents => _context.Events.Waits.Any();

    /// <summary>The timer to fire next at this instant of business time; null when none is due.</summary>
    public Request? DueTimer(DateTimeOffset now) => Pending
        .Where(request => request.Kind == RequestKind.Timer && request.FireAt <= now)
        .MinBy(request => (request.FireAt, request.Call));

    /// <summary>What it waits for, for people and for the comparison after a replay; a digest when long.</summary>
    public string Awaiting
    {
        get
        {
            var text = string.Join("; ", Pending.Select(request => request.ToString())
                .Concat(_context.Events.Waits.Select(name => $"Event {name}")));
            return text.Length <= 1000 ? text : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }
    }

    /// <summary>Runs the workflow from its beginning to where it first waits.</summary>
    /// <param name="carried">Events that an earlier run of the instance left unread.</param>
    public void Begin(bool replaying, IEnumerable<InboxRow> carried)
    {
        foreach (var row in carried) _context.Events.Deliver(row);
        Turn(_start.RunStartedAt, replaying, () => _task = _workflow.Run(_context, _start.Input));
    }

    /// <summary>Feeds one result and runs the workflow on to where it waits again.</summary>
    /// <param name="row">The event itself, when the entry is one.</param>
    /// <returns>False when the workflow no longer waits for it, as for a cancelled timer: not to be recorded.</returns>
    /// <exception cref="NonDeterministicWorkflowException">It was recorded, but this run has asked for something else.</exception>
    public bool Feed(HistoryEntry entry, InboxRow? row, bool replaying)
    {
        Request? request = null;
        var wanted = row is not null ||
            (_context.Pending.TryGetValue(entry.Call, out request) && request.Name == entry.Name
                && request.Kind == Request.AnsweredBy(entry.Kind));
        if (replaying && (Outcome is not null || !wanted)) throw RunFault.Mismatch(_start, entry, Outcome is not null ? "nothing more" : request?.ToString());
        if (Outcome is not null || !wanted) return false;
        Turn(entry.Time, replaying, () => Answer(entry, request, row));
        return true;
    }

    /// <summary>Ends the run as failed, for a reason that lies outside the workflow's own code.</summary>
    public void Fail(string reason) => Outcome = new RunOutcome.Failed(reason);

    /// <summary>Ends the run from outside.</summary>
    public void Terminate(string reason) => Outcome = new RunOutcome.Terminated(reason);

    /// <summary>Ends the run because its code was continued by something else than an answer of its context.</summary>
    public void FailAsStrayed() => Fail(RunFault.Strayed(_start));

    /// <summary>The lines logged since this was last asked.</summary>
    public IReadOnlyList<string> TakeLogLines()
    {
        string[] lines = [.. _context.LogLines];
        _context.LogLines.Clear();
        return lines;
    }

    private void Answer(HistoryEntry entry, Request? request, InboxRow? row)
    {
        if (row is not null)
        {
            _context.Events.Deliver(row);
            return;
        }

        _context.Pending.Remove(request!.Call);
        switch (entry.Kind)
        {
            case HistoryKind.ActivityFailed:
                request.Answer.SetException(new ActivityFailedException(request.Name, entry.Payload!));
                break;
            case HistoryKind.SubWorkflowFailed:
                request.Answer.SetException(new SubWorkflowFailedException(request.ChildId, entry.Payload!));
                break;
            default:
                request.Answer.SetResult(entry.Payload ?? "null");
                break;
        }
    }

    private void Turn(DateTimeOffset time, bool replaying, Action action)
    {
        _context.Time = time;
        _context.Replaying = replaying;
        _turns.Run(action);
        if (_turns.Strayed && Outcome is null) Fail(RunFault.Strayed(_start));
        else if (_task!.IsFaulted) Fail(RunFault.Of(_task.Exception.InnerException!));
        else if (_task.IsCanceled) Fail("The workflow ended by a cancellation that it did not catch.");
        else if (_task.IsCompleted)
            Outcome = _context.NextInput is { } next ? new RunOutcome.Continued(next) : new RunOutcome.Completed(_task.Result);
        else if (_context.Pending.Count == 0 && !WaitsForEvents) Fail(RunFault.Strayed(_start));
    }
}
