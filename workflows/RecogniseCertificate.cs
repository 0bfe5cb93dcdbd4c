using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>Judges a certificate of another authority by our own rulebook and keeps the judgement up to date: at once
/// when the issuer tells of a change, and once a day because nobody is trusted to tell.</summary>
public sealed class RecogniseCertificate : IWorkflow<RecogniseInput, RecogniseResult>
{
    private static readonly TimeSpan JudgeAgainAfter = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public async Task<RecogniseResult> Run(WorkflowContext context, RecogniseInput certificate)
    {
        var judged = await Judge(context, certificate);
        context.SetCustomStatus(judged.Verdict);
        await TrySendStatement(context, certificate);
        if (judged.IsFinal && await context.TryCloseInbox()) return new RecogniseResult(judged.Verdict);

        await context.WaitForEvent(WorkflowNames.StatusChanged, context.CurrentUtcTime + JudgeAgainAfter);
        context.ContinueAsNew(certificate);
        return new RecogniseResult(judged.Verdict);
    }

    /// <summary>An issuer that cannot be reached is a fact to be judged too: without fresh status nothing is recognised.</summary>
    private static async Task<Judged> Judge(WorkflowContext context, RecogniseInput certificate)
    {
        try
        {
            return await context.CallActivity(
                ActivityNames.JudgeCertificate, new JudgeInput(certificate.Number, certificate.Issuer), RetryPolicy.ForPeers);
        }
        catch (ActivityFailedException)
        {
            return await context.CallActivity(
                ActivityNames.JudgeCertificate,
                new JudgeInput(certificate.Number, certificate.Issuer, IssuerUnreachable: true),
                RetryPolicy.Default);
        }
    }

    private static async Task TrySendStatement(WorkflowContext context, RecogniseInput certificate)
    {
        try
        {
            await context.CallActivity(ActivityNames.SendStatement, certificate, RetryPolicy.ForPeers);
        }
        catch (ActivityFailedException)
        {
            context.Log($"{certificate.Issuer} did not take the statement on {certificate.Number}; it is published, and sent again tomorrow.");
        }
    }
}
