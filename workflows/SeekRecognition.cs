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
            var wasAsked = await TryAsk(context, request);
            var askAgainAt = context.CurrentUtcTime + AskAgainAfter;
            var patience = wasAsked || askAgainAt > giveUpAt ? giveUpAt : askAgainAt;
            var statement = await context.WaitForEvent(WorkflowNames.StatementArrived, patience);
            if (statement is not null) return new SeekRecognitionResult(request.Authority, statement.Verdict);
        }
        await context.CallActivity(ActivityNames.RecordNoAnswer, request, RetryPolicy.Default);
        return new SeekRecognitionResult(request.Authority, "no-answer");
    }

    private static async Task<bool> TryAsk(WorkflowContext context, SeekRecognitionInput request)
    {
        try
        {
            await context.CallActivity(ActivityNames.AskForRecognition, request, RetryPolicy.ForPeers);
            return true;
        }
        catch (ActivityFailedException)
        {
            context.Log($"{request.Authority} could not be asked about {request.Number}; asking again later.");
            return false;
        }
    }
}
