using System.Text.Json;
using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Engine.Running;
using Certification.Storage.Inbox;
using Certification.Workflows.Port;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace Certification.Functions.Durable;

/// <summary>One orchestration of Durable Functions that drives one run of a workflow. The run is the embedded engine's own: it
/// says what it wants next, and this class gets it by Durable's activities, timers and sub-orchestrations. So a workflow
/// behaves alike on both engines, and Durable's replay repeats this class together with the run.</summary>
internal sealed class DurableRun
{
    /// <summary>Name of the Durable event that says "look into your inbox". It carries nothing, so that losing one loses
    /// nothing.</summary>
    public const string Doorbell = "doorbell";

    /// <summary>What the doorbell says when workflow code was seen to run outside its turn.</summary>
    public const string Strayed = "strayed";

    private readonly TaskOrchestrationContext _durable;
    private readonly RunInput _start;
    private readonly WorkflowRun _run;
    private readonly InstanceRecord _record;
    private readonly EngineCalls _engine;
    private readonly WirePayloads _payloads;
    private readonly DurableRequests _requests;
    private readonly DurableAlarm _alarm;
    private readonly ILogger _log;
    private Task<string>? _bell;
    private readonly List<int> _unfed = [];
    private IReadOnlyList<int> _carried;
    private TimeSpan _clockOffset;
    private int _inboxRead;
    private bool _inboxClosed;
    private bool _mustLook = true;
    private bool _rung;

    /// <param name="onStray">Called from any thread when workflow code is continued by something that replay cannot repeat.</param>
    public DurableRun(TaskOrchestrationContext durable, WorkflowEntry workflow, RunInput start, string input, Action onStray)
    {
        (_durable, _start, _inboxRead, _carried, _clockOffset) = (durable, start, start.InboxRead, start.Carried, start.ClockOffset);
        _engine = new EngineCalls(durable);
        _payloads = new WirePayloads(_engine);
        _requests = new DurableRequests(durable, _engine, _payloads, start.Run);
        _alarm = new DurableAlarm(durable);
        _log = durable.CreateReplaySafeLogger<DurableRun>();
        _record = new InstanceRecord
        {
            Id = durable.InstanceId,
            Workflow = workflow.Name,
            Version = start.Version,
            Input = input,
            Run = start.Run,
            Parent = start.Parent,
            RunStartedAt = start.StartedAt,
            StartedAt = start.StartedAt,
            UpdatedAt = start.StartedAt,
        };
        _run = new WorkflowRun(workflow, _record, onStray);
    }

    private DateTimeOffset Now => new DateTimeOffset(_durable.CurrentUtcDateTime, TimeSpan.Zero) + _clockOffset;

    private bool WaitsForInbox => _run.NextDue is not null || _run.WaitsForEvents;

    /// <summary>Runs to the end; null when the orchestration is to begin anew.</summary>
    public async Task<RunEnd?> Run()
    {
        _run.Begin(_durable.IsReplaying, []);
        if (_carried.Count > 0) Feed(await Look());
        while (_run.Outcome is null)
        {
            Show();
            _requests.Launch(_run.Pending, () => CloseInbox(atAnyRate: false));
            if (_mustLook && (_rung || WaitsForInbox)) Feed(await Look());
            else await Wake();
        }

        _alarm.Stop();
        return await End(_run.Outcome);
    }

    /// <summary>Waits until something has come, and feeds the run with it.</summary>
    private async Task Wake()
    {
        _bell ??= Bell();
        var waits = new List<Task>(_requests.Answers) { _bell };
        if (WaitsForInbox) waits.Add(_alarm.For(_run.NextDue - _clockOffset));
        await Task.WhenAny(waits);
        foreach (var entry in _requests.TakeAnswers()) FeedAnswer(entry);
        if (_alarm.TryTake()) _mustLook = true;
        // Every bell rung so far is taken: one look finds what all of them announced.
        while (_bell is { IsCompleted: true })
        {
            if (await _bell == Strayed) _run.FailAsStrayed();
            (_mustLook, _rung, _bell) = (true, true, Bell());
            _alarm.Reset();
        }
    }

    private async Task<string> Bell() => Wire.Read<string>(await _durable.WaitForExternalEvent<JsonElement>(Doorbell));

    /// <summary>Reads the inbox from where the last look ended.</summary>
    private async Task<IReadOnlyList<InboxRow>> Look()
    {
        var look = new InboxLook(_durable.InstanceId, _inboxRead, _carried, _run.Awaiting);
        var found = await _engine.Call<InboxFound>(EngineActivities.LookIntoInbox, look);
        if (found.Awaiting != look.Awaiting)
        {
            var reason = RunFault.AwaitsSomethingElse(_record with { Awaiting = found.Awaiting }, look.Awaiting);
            _run.Fail($"{nameof(NonDeterministicWorkflowException)}: {reason}");
            return [];
        }

        (_inboxRead, _carried, _clockOffset) = (found.InboxRead, [], found.ClockOffset);
        (_mustLook, _rung) = (found.More, found.More);
        var rows = new List<InboxRow>();
        foreach (var row in found.Rows)
            rows.Add(new InboxRow(row.Position, InboxRowKind.Event, row.Name, row.EventId, await _payloads.Unpack(row.Payload), ""));
        return rows;
    }

    /// <summary>Events first, then the timers that are due: an event recorded before its deadline wins.</summary>
    private void Feed(IReadOnlyList<InboxRow> rows)
    {
        foreach (var row in rows)
        {
            // After a continue-as-new the next run gets what this one was not fed with.
            if (_run.Outcome is not null) _unfed.Add(row.Position);
            else if (row.Name == StepBuilder.TerminateEvent) _run.Terminate(WorkflowJson.Read<string>(row.Payload));
            else _run.Feed(new HistoryEntry(HistoryKind.EventReceived, row.Position, row.Name, Now, null), row, _durable.IsReplaying);
        }

        while (_run.Outcome is null && _run.DueTimer(Now) is { } due)
            _run.Feed(new HistoryEntry(HistoryKind.TimerFired, due.Call, due.Name, Now, null), null, _durable.IsReplaying);
    }

    private void FeedAnswer(HistoryEntry entry)
    {
        if (entry.Kind == HistoryKind.InboxClosed) _inboxClosed = true;
        // An event stands where the inbox was to be closed.
        if (entry.Kind == HistoryKind.InboxNotClosed) (_mustLook, _rung) = (true, true);
        if (_run.Outcome is null) _run.Feed(entry with { Time = Now }, null, _durable.IsReplaying);
    }

    private async Task<bool> CloseInbox(bool atAnyRate)
    {
        if (!atAnyRate && _run.Unread.Count > 0) return false;
        var closing = new InboxClosing(_durable.InstanceId, _inboxRead + 1, atAnyRate);
        return await _engine.Call<bool>(EngineActivities.CloseInbox, closing);
    }

    private async Task<RunEnd?> End(RunOutcome outcome)
    {
        Show();
        if (outcome is RunOutcome.Continued next)
        {
            List<int> carried = [.. _run.Unread.Select(row => row.Position), .. _unfed];
            var again = new RunInput(
                _start.Version, await _payloads.Pack(next.Input), _start.Run + 1, Now, _clockOffset, _inboxRead, carried, _start.Parent);
            _durable.ContinueAsNew(Wire.Of(again), preserveUnprocessedEvents: true);
            return null;
        }

        if (!_inboxClosed) await CloseInbox(atAnyRate: true);
        return outcome switch
        {
            RunOutcome.Completed completed => new RunEnd(WorkflowStatus.Completed, await _payloads.Pack(completed.Result), null),
            RunOutcome.Failed failed => new RunEnd(WorkflowStatus.Failed, null, failed.Reason),
            RunOutcome.Terminated ended => new RunEnd(WorkflowStatus.Terminated, null, ended.Reason),
            _ => throw new InvalidOperationException($"unknown outcome {outcome}"),
        };
    }

    private void Show()
    {
        if (_run.CustomStatus is { } status) _durable.SetCustomStatus(status);
        foreach (var line in _run.TakeLogLines()) DurableLog.WorkflowSaid(_log, _durable.InstanceId, line);
    }
}
