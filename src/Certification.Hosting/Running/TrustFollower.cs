using Certification.Hosting.Settings;
using Certification.Signing.Trust;

namespace Certification.Hosting.Running;

/// <summary>Looks at the trust list's file every few seconds. A later list of the same anchor is published and then counts; any
/// other is refused, and the one in use stays.</summary>
internal sealed class TrustFollower(
    CurrentTrust trust, PublishedTrust published, AuthoritySettings settings, ILogger<TrustFollower> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private string? _seen;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Trust.ListFile is not { } path) return;
        using var turns = new PeriodicTimer(Pause);
        do
        {
            try
            {
                await Look(path, stoppingToken);
            }
            catch (Exception away) when (away is IOException or UnauthorizedAccessException or Azure.RequestFailedException or AggregateException)
            {
                HostingLog.TrustWaits(log, away, path);
            }
        }
        while (await turns.WaitForNextTickAsync(stoppingToken));
    }

    // What was looked at is not looked at again: a list that is refused is in the log once.
    private async Task Look(string path, CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(path, cancellation);
        if (text == _seen) return;
        if (trust.Later(text, out var fault) is not { } later)
        {
            HostingLog.TrustRefused(log, path, fault!.Code, fault.Message, trust.Snapshot.Sequence);
        }
        else if (later.Digest != trust.Snapshot.Digest)
        {
            if (!await published.Publish(text, later, cancellation)) return;
            trust.Follow(later);
            HostingLog.TrustFollowed(log, later.Sequence);
        }

        _seen = text;
    }
}
