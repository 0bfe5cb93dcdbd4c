using Certification.Engine.Running;
using Certification.Engine.Tables;
using Microsoft.Extensions.Logging;

namespace Certification.Engine.Leadership;

/// <summary>A term of leadership at work: recovers what was under way, renews the lease, answers the doorbell.</summary>
internal sealed class Tenure(LeadershipTerm term, InstanceHost host, LeaderLease lease) : IAsyncDisposable
{
    private const int RenewalsPerLease = 5;

    private static readonly TimeSpan GiveUpTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The instances of this term.</summary>
    public InstanceHost Host { get; } = host;

    /// <summary>True while the lease is certainly held.</summary>
    public bool Holds => term.Holds;

    /// <summary>Serves until the lease is lost or the engine stops.</summary>
    public async Task Serve(EngineOptions options, Doorbell doorbell, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop, Host.Stopping);
        var renewal = KeepLease(options.LeaseDuration / RenewalsPerLease, end.Token);
        var work = Recover(doorbell, options.PollInterval, end.Token);
        await await Task.WhenAny(renewal, work);
        await end.CancelAsync();
        await Task.WhenAll(renewal, work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Gives the lease up; a storage that does not answer lets it lapse by itself.</summary>
    public async Task GiveUp(ILogger log)
    {
        using var timeout = new CancellationTokenSource(GiveUpTimeout);
        try
        {
            await lease.Release(timeout.Token);
        }
        catch (Exception exception)
        {
            log.LeadershipTrouble(exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        term.End();
        return Host.DisposeAsync();
    }

    private async Task KeepLease(TimeSpan interval, CancellationToken stop)
    {
        while (term.Holds)
        {
            await Task.Delay(interval, stop);
            if (!term.Holds) return;
            try
            {
                if (!await lease.TryRenew(term, stop).WaitAsync(term.Remaining, stop)) return;
            }
            catch (Exception unanswered) when (!stop.IsCancellationRequested)
            {
                // There is time for another attempt as long as the term holds.
                Host.Log.LeadershipTrouble(unanswered);
            }
        }
    }

    private async Task Recover(Doorbell doorbell, TimeSpan interval, CancellationToken stop)
    {
        for (var recovered = false; ;)
        {
            try
            {
                if (!recovered) await new Recovery(Host).Run();
                recovered = true;
                await doorbell.Answer(id => Host.Post(id, new Signal.Recover()), stop);
            }
            catch (Exception unanswered) when (!stop.IsCancellationRequested)
            {
                // Recovery may be run again from the start: it only wakes instances.
                Host.Log.LeadershipTrouble(unanswered);
            }

            await Task.Delay(interval, stop);
        }
    }
}
