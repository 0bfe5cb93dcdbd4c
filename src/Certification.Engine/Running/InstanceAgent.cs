using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Storage.Inbox;

namespace Certification.Engine.Running;

/// <summary>One instance while it is in memory: takes signals one after the other, turns them into recorded steps, and
/// starts what the workflow asked for once the step that asked is recorded. It leaves memory when only events, timers or
/// children are waited for.</summary>
internal sealed class InstanceAgent(string instanceId, InstanceHost host)
{
    private readonly Mailbox _mailbox = new();
    private readonly AgentMemory _memory = new();
    private readonly HashSet<(int Run, int Call)> _inFlight = [];
    private InstanceRecord? _record;
    private WorkflowRun? _run;

    /// <summary>Takes over an instance that was created just now, with its first turn already run.</summary>
    public void Adopt(InstanceRecord record, WorkflowRun run) => (_record, _run) = (record, run);

    /// <summary>Wakes the agent.</summary>
    /// <returns>False when it has left memory; the caller then makes another.</returns>
    public bool Post(Signal signal)
    {
        if (!_mailbox.TryPost(signal, out var start)) return false;
        if (start) _ = Task.Run(Work);
        return true;
    }

    private async Task Work()
    {
        try
        {
            var failures = 0;
            do
            {
                foreach (var signal in _mailbox.Take()) Note(signal);
                failures = await TryHandle(failures);
            }
            while (failures > 0 || !_mailbox.TryPause(close: _inFlight.Count == 0));
        }
        catch (Exception exception) when (exception is OperationCanceledException or LeadershipLostException)
        {
            // Another leader reads the instance as it is recorded.
            _mailbox.Close();
            _inFlight.Clear();
        }

        if (_inFlight.Count == 0) host.Forget(instanceId, this);
    }

    private void Note(Signal signal)
    {
        _memory.Note(signal);
        if (signal is Signal.ActivityEnded ended) _inFlight.Remove((ended.Run, ended.Entry.Call));
    }

    /// <summary>Handles what is noted; after a failure of storage, forgets the run and waits, for it may be ahead of
    /// what is recorded.</summary>
    /// <returns>How many times in a row it has failed.</returns>
    private async Task<int> TryHandle(int failures)
    {
        try
        {
            await Handle();
            return 0;
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or LeadershipLostException))
        {
            host.Log.StepTrouble(exception, instanceId);
            Reread();
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(100 << Math.Min(failures, 8), 15_000)), host.Stopping);
            return failures + 1;
        }
    }

    private async Task Handle()
    {
        while (_record is not { Ended: true })
        {
            if (_run is null && !await Load()) return;
            await ReadNewEvents();
            if (_memory.Strayed && _run!.Outcome is null) _run.FailAsStrayed();
            var builder = new StepBuilder(_record!, _run!, host.Now);
            var results = builder.AddResults(_memory.Results);
            builder.AddEvents(_memory.Rows, _memory.Seen);
            builder.AddTimers();
            builder.AddClosing();
            var step = builder.Build();
            if (step is not null && !await Commit(step, builder.ClosesOnRequest)) continue;
            _memory.Recorded(results, _record!.InboxRead);
            if (step is not null || await Launch()) continue;
            if (host.Waiting.Set(instanceId, _record.NextDue, _record.InboxRead)) host.LookAtClock();
            return;
        }

        // Activities still running for an instance that has ended have nobody to report to.
        _inFlight.Clear();
    }

    /// <summary>Brings the instance to memory by replay.</summary>
    /// <returns>False when there is nothing to do for it.</returns>
    private async Task<bool> Load()
    {
        var loaded = await host.Store.Load(instanceId, host.Stopping);
        if (loaded is null || loaded.Record.Ended)
        {
            if (loaded is not null) host.Ended(loaded.Record);
            _memory.Clear();
            return false;
        }

        _record = loaded.Record;
        if (!host.Registry.Workflows.TryGetValue(_record.Workflow, out var workflow))
        {
            host.Log.UnknownWorkflow(instanceId, _record.Workflow);
            _memory.Clear();
            return false;
        }

        _run = Replayer.Replay(workflow, loaded, () => host.Post(instanceId, new Signal.Strayed()));
        _memory.Loaded(loaded, _run.Pending);
        return true;
    }

    private async Task ReadNewEvents()
    {
        if (!_memory.MustLook(_record!.InboxRead)) return;
        _memory.Looked(await host.Store.ReadInbox(instanceId, _record.InboxRead + 1, host.Stopping));
    }

    /// <returns>False when nothing was recorded and the instance has to be read again.</returns>
    private async Task<bool> Commit(Step step, bool closesOnRequest)
    {
        try
        {
            _record = await host.Store.Commit(step, host.Leadership, host.Stopping);
        }
        catch (InboxMovedException) when (!closesOnRequest)
        {
            // The workflow has ended without asking for those events: close behind them.
            var rows = await host.Store.ReadInbox(instanceId, step.CloseInboxAt!.Value, host.Stopping);
            return await Commit(step with { CloseInboxAt = rows[^1].Position + 1 }, closesOnRequest);
        }
        catch (Exception exception) when (exception is InboxMovedException or StaleInstanceException)
        {
            Reread();
            return false;
        }

        foreach (var line in _run!.TakeLogLines()) host.Log.WorkflowSaid(instanceId, line);
        if (_record.Ended) host.Ended(_record);
        else if (_record.Run > step.Before.Run) BeginNextRun(_run.Unread);
        return true;
    }

    private void BeginNextRun(IReadOnlyList<InboxRow> carried)
    {
        _memory.NewRun();
        _run = new WorkflowRun(host.Registry.Workflows[_record!.Workflow], _record, () => host.Post(instanceId, new Signal.Strayed()));
        _run.Begin(replaying: false, carried);
    }

    /// <summary>Starts what was asked for and is not under way.</summary>
    /// <returns>True when a result is there already.</returns>
    private async Task<bool> Launch()
    {
        foreach (var request in _run!.Pending.Where(request => request.Kind == RequestKind.Activity).ToList())
        {
            var run = _record!.Run;
            if (!_inFlight.Add((run, request.Call))) continue;
            host.Activities.Start(_record, request, entry => Post(new Signal.ActivityEnded(run, entry)));
        }

        var children = new ChildLauncher(host, _record!);
        foreach (var request in _run.Pending.Where(_memory.MustCheckChild).ToList())
        {
            if (await children.Check(request, isNew: _memory.IsNewChild(request)) is { } entry)
                _memory.Results.Add((_record!.Run, entry));
            _memory.CheckedChild(request);
        }

        _memory.Recovered();
        return _memory.Results.Count > 0;
    }

    private void Reread()
    {
        (_run, _record) = (null, null);
        _memory.Reread();
    }
}
