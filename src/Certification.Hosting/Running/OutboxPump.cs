using Certification.Storage.Outbox;

namespace Certification.Hosting.Running;

/// <summary>Delivers what earlier calls and crashed processes left in outboxes: at start and then every few seconds.</summary>
public sealed class OutboxPump(OutboxDispatcher outbox, ILogger<OutboxPump> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var turns = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await outbox.Sweep(TimeProvider.System.GetUtcNow(), stoppingToken);
            }
            catch (Azure.RequestFailedException away)
            {
                HostingLog.SweepFailed(log, away);
            }
        }
        while (await turns.WaitForNextTickAsync(stoppingToken));
    }
}
