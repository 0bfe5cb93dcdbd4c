using Certification.Domain;
using Certification.Domain.Decisions;
using Certification.Domain.Submissions;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Storage.Changes;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Reviews;

/// <summary>Writes down what a decision rested on: sealed under its digest, which goes into the case, into its audit chain and into
/// the log, all before a certificate is issued or a refusal registered.</summary>
public sealed class RecordDecision(
    CaseFiles cases, DossierBlobs dossiers, EvidenceReports reports, DecisionRecords records, RulebookFiles rulebooks, CurrentTrust trust,
    AuthorityLog log, AuthorityProfile authority, TimeProvider clock) : IActivity<CaseInput, Done>
{
    /// <inheritdoc/>
    public async Task<Done> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var subject = await cases.Find(input.SubmissionId, cancellation)
            ?? throw new InvalidOperationException($"Case {input.SubmissionId} has no submission.");
        var digest = subject.State.DecisionRecord ?? await Record(context, subject, cancellation);
        await log.Enter(LogEntry.Of(authority.Code, digest), cancellation);
        return new Done(true);
    }

    // The chain may have grown when a step is done again after a crash: then the record is another, and the first one that the case
    // names stays.
    private async Task<Sha256Digest> Record(ActivityContext context, Subject<Submission> subject, CancellationToken cancellation)
    {
        var submission = subject.State;
        var read = await reports.ReadAll(submission.Reports, cancellation);
        var record = DecisionRecording.Of(
            submission,
            await dossiers.Read(submission.Dossiers[^1], cancellation),
            submission.Reports.Zip(read).ToDictionary(pair => pair.First, pair => pair.Second),
            await rulebooks.Judging(submission, cancellation),
            new RecordPlace(authority.Code, trust.Snapshot.Digest, new AuditPosition(subject.AuditCount, subject.AuditHead)));
        var digest = await records.Seal(record, cancellation);
        var changed = await cases.Change(
            submission.Id, context.OperationId,
            AuditEntry.Of(authority.Self, clock.GetUtcNow(), "decision.recorded", new { text = $"The decision was recorded under {digest}.", Record = digest, record.Dossier, Rulebook = record.Rulebook.Digest, record.TrustList }),
            current => current with { DecisionRecord = current.DecisionRecord ?? digest },
            cancellation: cancellation);
        return changed.Succeeded
            ? changed.Value.State.DecisionRecord!.Value
            : throw new InvalidOperationException(changed.Refusal.Message);
    }
}
