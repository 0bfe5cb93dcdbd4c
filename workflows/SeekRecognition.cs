using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>Asks one other authority to recognise a certificate of ours. The certificate is valid here whatever the answer
/// is; no answer is an answer that people see.</summary>
public sealed class SeekRecognition : IWorkflow<SeekRecognitionInput, SeekRecognitionResult>
{
    private static readonly TimeSpan AnswerWithin = TimeSpan.FromDays(7);
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(6);

    /// <inheritdoc/>
    public async Task<SeekRecognitionResult> Run(WorkflowContext context, SeekRecognitionInput request)
    {
        var giveUpAt = context.CurrentUtcTime + AnswerWithin;
        while (context.CurrentUtcTime < giveUpAt)
        {
            var asked = await context.CallActivity(ActivityNames.AskForRecognition, request, RetryPolicy.Default);
            var askAgainAt = context.CurrentUtcTime + AskAgainAfter;
            var patience = asked.Happened || askAgainAt > giveUpAt ? giveUpAt : askAgainAt;
            var statement = await context.WaitForEvent(WorkflowNames.StatementArrived, patience);
            if (statement is not null) return new SeekRecognitionResult(request.Authority, statement.Verdict);
        }
        await context.CallActivity(ActivityNames.RecordNoAnswer, request, RetryPolicy.Default);
        return new SeekRecognitionResult(request.Authority, "no-answer");
    }
}
