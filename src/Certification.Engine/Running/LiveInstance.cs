using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Engine.Telemetry;
using Certification.Storage.Inbox;

namespace Certification.Engine.Running;

/// <summary>An instance brought to memory: turns what has arrived into recorded steps, and starts what the workflow asked
/// for once the step that asked is recorded.</summary>
internal sealed class LiveInstance(string instanceId, InstanceHost host, Action<Signal> post)
{
    private readonly AgentMemory _memory = new();
    private readonly Outstanding _outstanding = new(host, post);
    private InstanceRecord? _record;
    private WorkflowRun? _run;

    /// <summary>True while an activity of it runs in this process.</summary>
    public bool RunsActivities => _outstanding.Any;

    /// <summary>Begins with what was created just now.</summary>
    public void Adopt(InstanceRecord record, WorkflowRun run) => (_record, _run) = (record, run);

    /// <summary>Takes in a signal.</summary>
    public void Note(Signal signal)
    {
        _memory.Note(signal);
        if (signal is Signal.ActivityEnded ended) _outstanding.Ended(ended.Run, ended.Entry.Call);
    }

    /// <summary>Records steps until nothing is left to record, and starts what they ask for.</summary>
    public async Task Handle()
    {
        while (_record is not { Ended: true })
        {
            if (_run is null && !await Load()) return;
            await ReadNewEvents();
            if (_memory.Strayed && _run!.Outcome is null) _run.FailAsStrayed();
            var begun = TimeProvider.System.GetUtcNow();
            var builder = new StepBuilder(_record!, _run!, host.Now);
            var results = builder.AddResults(_memory.Results);
            builder.AddEvents(_memory.Rows, _memory.Seen);
            builder.AddTimers();
            builder.AddClosing();
            var step = builder.Build();
            if (step is not null && !await CommitTraced(step, builder, begun)) continue;
            _memory.Recorded(results, _record!.InboxRead);
            if (step is not null || await _outstanding.Launch(_record, _run!, _memory)) continue;
            if (host.Waiting.Set(instanceId, _record.NextDue, _record.InboxRead)) host.LookAtClock();
            return;
        }

        // Activities still running for an instance that has ended have nobody to report to.
        _outstanding.Clear();
    }

    /// <summary>Forgets what is in memory; results not recorded are kept.</summary>
    public void Reread()
    {
        (_run, _record) = (null, null);
        _memory.Reread();
    }

    /// <summary>Brings the instance to memory by replay.</summary>
    /// <returns>False when there is nothing to do for it.</returns>
    private async Task<bool> Load()
    {
        var loaded = await host.Store.Load(instanceId, host.Stopping);
        if (loaded is null or { Record.Ended: true })
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

    private async Task<bool> CommitTraced(Step step, StepBuilder builder, DateTimeOffset begun)
    {
        using var span = EngineTelemetry.StartStep(step, builder.Causes, begun);
        if (!await Commit(step, builder.ClosesOnRequest)) return false;
        EngineTelemetry.CountStep(_record!);
        return true;
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
        var workflow = host.Registry.Workflows[_record!.Workflow];
        _run = new WorkflowRun(workflow, _record, () => host.Post(instanceId, new Signal.Strayed()));
        _run.Begin(replaying: false, carried);
    }
}
