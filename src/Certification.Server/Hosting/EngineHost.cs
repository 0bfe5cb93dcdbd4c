using Certification.Engine;
using Certification.Storage;
using Certification.Web.Http;
using Certification.Workflows;

namespace Certification.Server.Hosting;

/// <summary>Runs the engine with the process, keeps its clock in step, and starts the sweep that runs for ever.</summary>
internal sealed class EngineHost(EmbeddedEngine engine, BusinessClock clock) : BackgroundService
{
    private static readonly TimeSpan ClockLook = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        clock.Advanced += engine.ClockAdvanced;
        await engine.StartAsync(cancellationToken);
        // Every node says so at every start; the first start counts and all others find the id used.
        await engine.Start(WorkflowNames.SweepCertificates, WorkflowNames.SweepId, new SweepInput(), cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        clock.Advanced -= engine.ClockAdvanced;
        await base.StopAsync(cancellationToken);
        await engine.StopAsync(cancellationToken);
    }

    /// <summary>Business time may have been advanced through another node.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var looks = new PeriodicTimer(ClockLook);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await clock.Refresh(stoppingToken);
            }
            catch (Azure.RequestFailedException)
            {
                // Storage is away for a moment; the next look comes in two seconds.
                continue;
            }
        }
    }
}

/// <summary>Tells the readiness endpoint what the embedded engine does.</summary>
internal sealed class EngineHealth(EmbeddedEngine engine) : IEngineHealth
{
    /// <inheritdoc/>
    public string? Standing => engine.Leads ? "active" : "standing-by";
}
