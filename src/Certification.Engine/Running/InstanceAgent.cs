using System.Diagnostics;
using Certification.Engine.Records;
using Certification.Engine.Replay;

namespace Certification.Engine.Running;

/// <summary>One instance while it is in memory: takes signals one after the other and hands them to its live instance. It
/// leaves memory when only events, timers or children are waited for.</summary>
internal sealed class InstanceAgent
{
    private readonly string _instanceId;
    private readonly InstanceHost _host;
    private readonly Mailbox _mailbox = new();
    private readonly LiveInstance _live;

    public InstanceAgent(string instanceId, InstanceHost host)
    {
        (_instanceId, _host) = (instanceId, host);
        _live = new LiveInstance(instanceId, host, signal => Post(signal));
    }

    /// <summary>Takes over an instance that was created just now, with its first turn already run.</summary>
    public void Adopt(InstanceRecord record, WorkflowRun run) => _live.Adopt(record, run);

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
        // Whoever posted first is not the cause of all that follows: traces come from what is recorded.
        Activity.Current = null;
        try
        {
            var failures = 0;
            do
            {
                foreach (var signal in _mailbox.Take()) _live.Note(signal);
                failures = await TryHandle(failures);
            }
            while (failures > 0 || !_mailbox.TryPause(close: !_live.RunsActivities));
        }
        catch (Exception exception) when (Ends(exception))
        {
            // Another leader reads the instance as it is recorded.
            _mailbox.Close();
            _host.Forget(_instanceId, this);
            return;
        }

        if (!_live.RunsActivities) _host.Forget(_instanceId, this);
    }

    /// <summary>Handles what is noted; after a failure of storage, forgets the run and waits, for it may be ahead of
    /// what is recorded.</summary>
    /// <returns>How many times in a row it has failed.</returns>
    private async Task<int> TryHandle(int failures)
    {
        try
        {
            await _live.Handle();
            return 0;
        }
        catch (Exception exception) when (!Ends(exception))
        {
            _host.Log.StepTrouble(exception, _instanceId);
            _live.Reread();
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(100 << Math.Min(failures, 8), 15_000)), _host.Stopping);
            return failures + 1;
        }
    }

    /// <summary>A cancellation that is not the engine's is the SDK's word for a timeout: a failure like any other.</summary>
    private bool Ends(Exception exception) => _host.Stopping.IsCancellationRequested || exception is LeadershipLostException;
}
