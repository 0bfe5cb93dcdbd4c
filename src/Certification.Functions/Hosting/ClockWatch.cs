using Certification.Functions.Durable;
using Certification.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Certification.Functions.Hosting;

/// <summary>In Development, where business time can be set forward: keeps it in step with other processes, and wakes every
/// workflow after a jump, because Durable's timers run on real time.</summary>
internal sealed class ClockWatch(BusinessClock clock, DoorbellRinger bells, ILogger<ClockWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var jumped = 0;
        clock.Advanced += () => Interlocked.Exchange(ref jumped, 1);
        using var looks = new PeriodicTimer(Pause);
        while (await looks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await clock.Refresh(stoppingToken);
                if (Interlocked.Exchange(ref jumped, 0) == 1) await bells.RingAll(stoppingToken);
            }
            catch (Exception away) when (!stoppingToken.IsCancellationRequested)
            {
                // Storage or host is away for a moment; the next turn tells of the jump.
                Interlocked.Exchange(ref jumped, 1);
                DurableLog.ClockNotTold(log, away);
            }
        }
    }
}
