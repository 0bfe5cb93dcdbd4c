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
        var judged = await context.CallActivity(ActivityNames.JudgeCertificate, certificate, RetryPolicy.Default);
        context.SetCustomStatus(judged.Verdict);
        await context.CallActivity(ActivityNames.SendStatement, certificate, RetryPolicy.Default);
        if (judged.IsFinal && await context.TryCloseInbox()) return new RecogniseResult(judged.Verdict);

        await context.WaitForEvent(WorkflowNames.StatusChanged, context.CurrentUtcTime + JudgeAgainAfter);
        context.ContinueAsNew(certificate);
        return new RecogniseResult(judged.Verdict);
    }
}
