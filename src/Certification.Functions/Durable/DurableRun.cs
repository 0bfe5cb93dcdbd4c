using System.Text.Json;
using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Engine.Running;
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
    private readonly InstanceRecord _record;
    private readonly WorkflowRun _run;
    private readonly WirePayloads _payloads;
    private readonly DurableInbox _inbox;
    private readonly DurableRequests _requests;
    private readonly DurableAlarm _alarm;
    private readonly ILogger _log;
    private readonly List<int> _unfed = [];
    private Task<string>? _bell;

    /// <param name="record">The instance at the beginning of this run.</param>
    /// <param name="onStray">Called from any thread when workflow code is continued by something that replay cannot repeat.</param>
    public DurableRun(TaskOrchestrationContext durable, WorkflowEntry workflow, RunInput start, InstanceRecord record, Action onStray)
    {
        (_durable, _start, _record) = (durable, start, record);
        var engine = new EngineCalls(durable);
        _payloads = new WirePayloads(engine);
        _inbox = new DurableInbox(durable.InstanceId, engine, _payloads, start);
        _requests = new DurableRequests(durable, engine, _payloads, record);
        _alarm = new DurableAlarm(durable);
        _log = durable.CreateReplaySafeLogger<DurableRun>();
        _run = new WorkflowRun(workflow, record, onStray);
    }

    private DateTimeOffset Now => new DateTimeOffset(_durable.CurrentUtcDateTime, TimeSpan.Zero) + _inbox.ClockOffset;

    private bool WaitsForInbox => _run.NextDue is not null || _run.WaitsForEvents;

    /// <summary>Runs to the end; null when the orchestration is to begin anew.</summary>
    public async Task<RunEnd?> Run()
    {
        _run.Begin(_durable.IsReplaying, []);
        if (_inbox.HasCarried) await Look();
        while (_run.Outcome is null)
        {
            Show();
            _requests.Launch(_run.Pending, async () => _run.Unread.Count == 0 && await _inbox.TryClose());
            if (_inbox.WasRung || (_inbox.MayHaveMore && WaitsForInbox)) await Look();
            else await Wake();
        }

        _alarm.Stop();
        Show();
        return await End(_run.Outcome);
    }

    /// <summary>Waits until something has come, and feeds the run with the answers among it.</summary>
    private async Task Wake()
    {
        _bell ??= Bell();
        var waits = new List<Task>(_requests.Answers) { _bell };
        if (WaitsForInbox) waits.Add(_alarm.For(_run.NextDue - _inbox.ClockOffset));
        await Task.WhenAny(waits);
        foreach (var entry in _requests.TakeAnswers().TakeWhile(_ => _run.Outcome is null))
            _run.Feed(entry with { Time = Now }, null, _durable.IsReplaying);
        if (_alarm.TryTake()) _inbox.Suspect();
        // Every bell rung so far is taken: one look finds what all of them announced.
        while (_bell is { IsCompleted: true })
        {
            if (await _bell == Strayed) _run.FailAsStrayed();
            _bell = Bell();
            _inbox.Ring();
            _alarm.Reset();
        }
    }

    private async Task<string> Bell() => Wire.Read<string>(await _durable.WaitForExternalEvent<JsonElement>(Doorbell));

    /// <summary>Feeds the run with events, then with the timers that are due: an event recorded before its deadline wins.</summary>
    private async Task Look()
    {
        var awaiting = _run.Awaiting;
        var (rows, awaited) = await _inbox.Look(awaiting);
        if (awaited != awaiting)
        {
            var reason = RunFault.AwaitsSomethingElse(_record with { Awaiting = awaited }, awaiting);
            _run.Fail($"{nameof(NonDeterministicWorkflowException)}: {reason}");
        }

        foreach (var row in rows)
        {
            // After a continue-as-new the next run gets what this one was not fed with.
            if (_run.Outcome is not null) _unfed.Add(row.Position);
            else if (row.Name == StepBuilder.TerminateEvent) _run.Terminate(WorkflowJson.Read<string>(row.Payload));
            else _run.Feed(new HistoryEntry(HistoryKind.EventReceived, row.Position, row.Name, Now, null), row, _durable.IsReplaying);
        }

        while (_run.Outcome is null && !_inbox.MayHaveMore && _run.DueTimer(Now) is { } due)
            _run.Feed(new HistoryEntry(HistoryKind.TimerFired, due.Call, due.Name, Now, null), null, _durable.IsReplaying);
    }

    private async Task<RunEnd?> End(RunOutcome outcome)
    {
        if (outcome is RunOutcome.Continued next)
        {
            List<int> carried = [.. _run.Unread.Select(row => row.Position), .. _unfed];
            var again = new RunInput(
                _start.Version, await _payloads.Pack(next.Input), _start.Run + 1, Now, _inbox.ClockOffset, _inbox.LastRead, carried, _start.Parent,
                _start.Trace);
            _durable.ContinueAsNew(Wire.Of(again), preserveUnprocessedEvents: true);
            return null;
        }

        await _inbox.CloseForGood();
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
