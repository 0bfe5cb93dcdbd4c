using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Recognition;

/// <summary>Notes in the case that an authority did not answer in time. A statement that comes later replaces the note.</summary>
public sealed class RecordNoAnswer(CaseFiles cases, AuthorityProfile authority, TimeProvider clock)
    : IActivity<SeekRecognitionInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, SeekRecognitionInput input, CancellationToken cancellation)
    {
        var changed = await cases.Change(
            input.SubmissionId, context.OperationId,
            AuditEntry.Of(authority.Self, clock.GetUtcNow(), "recognition.no-answer", new { input.Number, input.Authority }),
            submission => submission.RecordAnswer(input.Authority, new RecognitionAnswer("no-answer", 0)),
            cancellation: cancellation);
        return new Done(changed.Succeeded);
    }
}
