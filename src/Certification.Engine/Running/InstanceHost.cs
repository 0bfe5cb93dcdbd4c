using System.Collections.Concurrent;
using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Workflows.Port;
using Microsoft.Extensions.Logging;

namespace Certification.Engine.Running;

/// <summary>The instances of one engine for as long as it leads: agents for those at work, a line each for those that
/// wait. A new term of leadership makes a new host and reads everything from storage.</summary>
internal sealed class InstanceHost : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, InstanceAgent> _agents = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly BusinessClock _clock;
    private readonly Retirement _retirement;
    private readonly TimeProvider _time;

    public InstanceHost(
        IInstanceStore store, WorkflowRegistry registry, TimeProvider time, int activityConcurrency,
        ILeadership leadership, ILogger log)
    {
        (Store, Registry, _time, Leadership, Log) = (store, registry, time, leadership, log);
        Stopping = _stop.Token;
        Activities = new ActivityRunner(registry, activityConcurrency, log, Stopping);
        _retirement = new Retirement(store, log, Stopping);
        _clock = new BusinessClock(time, Waiting, id => Post(id, new Signal.Wake()), Stopping);
    }

    public IInstanceStore Store { get; }

    public WorkflowRegistry Registry { get; }

    public ILeadership Leadership { get; }

    public ILogger Log { get; }

    public ActivityRunner Activities { get; }

    public WaitingInstances Waiting { get; } = new();

    /// <summary>Cancelled when the term ends.</summary>
    public CancellationToken Stopping { get; }

    /// <summary>Business time.</summary>
    public DateTimeOffset Now => _time.GetUtcNow();

    /// <summary>True when no instance is at work and no timer is due.</summary>
    /// <remarks>Looked at twice: an agent may arm a timer that is due and leave between the two halves of one look.</remarks>
    public bool Settled => Quiet && Quiet;

    private bool Quiet => (Waiting.NextDue is not { } due || due > Now) && _clock.Idle && _agents.IsEmpty;

    /// <summary>Business time may have jumped, or there is an earlier timer than before.</summary>
    public void LookAtClock() => _clock.Look();

    /// <summary>Creates an instance and runs its first turn, whose effect goes down with the creation.</summary>
    /// <remarks>Any node may create, so this goes on when the term ends, and its caller learns what became of it.</remarks>
    /// <returns>False when the id has been used before.</returns>
    public async Task<bool> Start(InstanceRecord first, CancellationToken cancellation)
    {
        var run = new WorkflowRun(Registry.Workflows[first.Workflow], first, () => Post(first.Id, new Signal.Strayed()));
        run.Begin(replaying: false, []);
        // An end or a closing needs the inbox: left to the agent, with the first turn not yet on record.
        var simple = run.Outcome is null && run.Pending.All(request => request.Kind != RequestKind.CloseInbox);
        var created = await Store.Create(simple ? StepEffect.Of(run, first) : first, cancellation);
        if (created is null) return false;
        // The first event finds its place in the inbox without a read, even before the agent has come to rest.
        Waiting.SetIfUnknown(first.Id, due: null, tail: 0);
        var agent = new InstanceAgent(first.Id, this);
        agent.Adopt(created, run);
        // A hint that came between creation and here has an agent at work already, which reads the row.
        var mine = _agents.TryAdd(first.Id, agent);
        Post(first.Id, mine ? new Signal.Wake() : new Signal.Recover());
        return true;
    }

    /// <summary>Hands a signal to the instance's agent, bringing one to memory if there is none.</summary>
    public void Post(string instanceId, Signal signal)
    {
        while (!Stopping.IsCancellationRequested)
        {
            var agent = _agents.GetOrAdd(instanceId, static (id, host) => new InstanceAgent(id, host), this);
            if (agent.Post(signal)) return;
            Forget(instanceId, agent);
        }
    }

    /// <summary>Lets an agent go.</summary>
    public void Forget(string instanceId, InstanceAgent agent) =>
        _agents.TryRemove(new KeyValuePair<string, InstanceAgent>(instanceId, agent));

    /// <summary>Does what follows from an instance's end.</summary>
    public void Ended(InstanceRecord record)
    {
        Waiting.Remove(record.Id);
        _retirement.Add(record.Id);
        if (record.Status == WorkflowStatus.Failed) Log.Failed(record.Id, record.Failure!);
        else Log.Ended(record.Id, record.Status);
        if (record.Parent is { } parent) Post(parent, new Signal.ChildEnded(record.Id));
    }

    /// <summary>Ends the term: agents stop before their next write.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _clock.Ended;
        await _retirement.Ended;
    }
}
