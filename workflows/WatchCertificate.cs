using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>Watches a certificate of ours until it ends: publishes each change of status, tells those who recognise it,
/// opens the renewal when it comes due and expires it when its time is over.</summary>
public sealed class WatchCertificate : IWorkflow<WatchInput, WatchResult>
{
    /// <inheritdoc/>
    public async Task<WatchResult> Run(WorkflowContext context, WatchInput watch)
    {
        var certificate = await context.CallActivity(ActivityNames.PublishStatus, watch, RetryPolicy.Default);
        context.SetCustomStatus(certificate.Status);
        if (certificate.Status != watch.ToldStatus)
        {
            await TryTellPeers(context, new TellPeersInput(watch.Number, certificate.Status));
        }
        if (certificate.HasEnded && await context.TryCloseInbox()) return new WatchResult(certificate.Status);

        var nextDue = watch.RenewalOpened ? certificate.ExpiresAt : certificate.RenewalDue;
        var changed = await context.WaitForEvent(WorkflowNames.StatusChanged, nextDue);
        var renewalOpened = watch.RenewalOpened;
        if (changed is null && renewalOpened)
        {
            await context.CallActivity(ActivityNames.ExpireCertificate, watch, RetryPolicy.Default);
        }
        else if (changed is null)
        {
            await context.CallActivity(ActivityNames.OpenRenewal, new RenewalInput(watch.Number, "timer"), RetryPolicy.Default);
            renewalOpened = true;
        }
        context.ContinueAsNew(new WatchInput(watch.Number, renewalOpened, certificate.Status));
        return new WatchResult(certificate.Status);
    }

    private static async Task TryTellPeers(WorkflowContext context, TellPeersInput news)
    {
        try
        {
            await context.CallActivity(ActivityNames.TellPeersOfStatus, news, RetryPolicy.ForPeers);
        }
        catch (ActivityFailedException)
        {
            context.Log($"Not everybody heard that {news.Number} is {news.Status}; they read it from the status list within a day.");
        }
    }
}
