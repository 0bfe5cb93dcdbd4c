using Certification.Engine.Leadership;
using Certification.Engine.Running;
using Certification.Engine.Tables;
using Certification.Storage.Inbox;
using Certification.Workflows.Port;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Certification.Engine;

/// <summary>
/// Durable workflows on Azure Tables and Blobs within one process. Of all nodes on one storage the one that holds the
/// blob lease runs instances; the others stand by, accept starts and events, and take over when the lease lapses.
/// </summary>
/// <example><code>
/// var engine = new EmbeddedEngine(new EngineOptions(table, container, nodeFolder), registry, TimeProvider.System);
/// await engine.StartAsync(cancellation);
/// await engine.Start(workflow, "case-1", input);
/// </code></example>
public sealed class EmbeddedEngine : EngineClient, IAsyncDisposable
{
    private readonly EngineOptions _options;
    private readonly WorkflowRegistry _registry;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly Doorbell _doorbell;
    private readonly CancellationTokenSource _stop = new();
    private NodeFolder? _folder;
    private Task _leading = Task.CompletedTask;
    private volatile Tenure? _tenure;
    private int _disposed;

    /// <summary>Makes an engine that does nothing yet.</summary>
    /// <param name="time">Business time: timers run on it. Leases and retries run on real time.</param>
    /// <exception cref="ArgumentException">The options cannot work.</exception>
    public EmbeddedEngine(EngineOptions options, WorkflowRegistry registry, TimeProvider time, ILogger<EmbeddedEngine>? log = null)
        : base(new TableInstanceStore(options.Table, new PayloadStore(options.Container)), registry, time)
    {
        (_options, _registry, _time) = (options.Validated(), registry, time);
        _log = log ?? NullLogger<EmbeddedEngine>.Instance;
        _doorbell = new Doorbell(options.Table);
    }

    /// <summary>True while this node leads.</summary>
    public bool Leads => Leading is not null;

    private protected override InstanceHost? Leading => _tenure is { } tenure && tenure.Holds ? tenure.Host : null;

    /// <summary>Makes table and container where they are absent, and tries once for the lead, so that the only node
    /// leads when this returns; goes on trying in the background.</summary>
    /// <exception cref="InvalidOperationException">The node folder is in use by another process.</exception>
    public async Task StartAsync(CancellationToken cancellation = default)
    {
        _folder = NodeFolder.Open(_options.NodeFolder);
        await _options.Table.CreateIfNotExistsAsync(cancellation);
        await _options.Container.CreateIfNotExistsAsync(cancellationToken: cancellation);
        var lease = new LeaderLease(_options.Container, _folder.LeaseId, _options.LeaseDuration);
        await TryLead(lease, cancellation);
        _leading = Task.Run(() => Lead(lease), CancellationToken.None);
    }

    /// <summary>Stops before the next write, and gives the lead up.</summary>
    public async Task StopAsync(CancellationToken cancellation = default)
    {
        await _stop.CancelAsync();
        await _leading.WaitAsync(cancellation);
        _folder?.Dispose();
    }

    /// <summary>Call after setting business time forward: timers due fire at once.</summary>
    public void ClockAdvanced() => Leading?.LookAtClock();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // A container disposes once for every service type under which it hands the engine out.
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        await StopAsync();
        _stop.Dispose();
    }

    private protected override Task RingLeader(string instanceId, CancellationToken cancellation) =>
        _doorbell.Ring(instanceId, cancellation);

    /// <summary>Takes the lead, keeps it, loses it, tries again, until stopped.</summary>
    private async Task Lead(LeaderLease lease)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                if (_tenure is null) await TryLead(lease, _stop.Token);
                if (_tenure is { } tenure) await tenure.Serve(_options, _doorbell, _stop.Token);
            }
            catch (Exception exception)
            {
                // A cancellation that is not ours is the SDK's word for a timeout: tried again like any other failure.
                if (_stop.IsCancellationRequested) break;
                _log.LeadershipTrouble(exception);
            }

            await EndTenure(lease);
            await Task.Delay(_options.PollInterval, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await EndTenure(lease);
    }

    private async Task TryLead(LeaderLease lease, CancellationToken cancellation)
    {
        var term = await lease.TryAcquire(cancellation) ?? await lease.TryAcquire(cancellation);
        if (term is null) return;
        var host = new InstanceHost(Store, _registry, _time, _options.ActivityConcurrency, term, _log);
        _tenure = new Tenure(term, host, lease);
        _log.Leads(_folder!.LeaseId, term.Epoch);
    }

    private async Task EndTenure(LeaderLease lease)
    {
        if (_tenure is not { } tenure) return;
        _tenure = null;
        var heldUntilNow = tenure.Holds;
        await tenure.DisposeAsync();
        _log.StandsBy(_folder!.LeaseId);
        if (heldUntilNow) await tenure.GiveUp(_log);
    }
}
