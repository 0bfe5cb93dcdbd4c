using Certification.Engine.Records;
using Certification.Engine.Running;
using Certification.Workflows.Port;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Certification.Engine;

/// <summary>The embedded engine with its storage replaced by memory, for tests of workflows under a fake clock. Runs from
/// construction to disposal.</summary>
public sealed class InMemoryEngine : EngineClient, IAsyncDisposable
{
    private const int ActivityConcurrency = 32;

    private readonly InstanceHost _host;

    /// <summary>Starts an empty engine.</summary>
    /// <param name="time">Business time: timers run on it. Retries run on real time.</param>
    public InMemoryEngine(WorkflowRegistry registry, TimeProvider time, ILogger? log = null)
        : base(new MemoryInstanceStore(), registry, time) =>
        _host = new InstanceHost(Store, registry, time, ActivityConcurrency, new OnlyLeader(), log ?? NullLogger.Instance);

    private protected override InstanceHost? Leading => _host;

    /// <summary>Call after setting business time forward: timers due fire at once.</summary>
    public void ClockAdvanced() => _host.LookAtClock();

    /// <summary>Waits until every instance has ended or waits for an event or a later time.</summary>
    public async Task WhenSettled(CancellationToken cancellation = default)
    {
        while (!_host.Settled) await Task.Delay(1, cancellation);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private protected override Task RingLeader(string instanceId, CancellationToken cancellation) => Task.CompletedTask;

    private sealed class OnlyLeader : ILeadership
    {
        public long Epoch => 1;

        public void Demand()
        {
            // Nobody else can lead what is in this process's memory.
        }
    }
}
