using Certification.Domain;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Storage.Blobs;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Port;

namespace Certification.Workflows.Activities.Intake;

/// <summary>Checks a submission for completeness against the rulebook and classifies it. What is incomplete goes back with
/// the exact gaps and a deadline; what is complete is sealed as the next dossier version.</summary>
public sealed class CheckIntake(
    CaseFiles cases, DossierBlobs dossiers, EvidenceReports reports, RulebookFiles rulebooks, UpstreamCertificates upstreams,
    AuthorityProfile authority, TimeProvider clock) : IActivity<CaseInput, IntakeResult>
{
    /// <inheritdoc/>
    public async Task<IntakeResult> Run(ActivityContext context, CaseInput input, CancellationToken cancellation)
    {
        var submission = await cases.Read(input.SubmissionId, cancellation);
        if (submission.Status != SubmissionStatus.InIntake) return Standing(submission);

        var at = clock.GetUtcNow();
        // In force now: whatever is adopted later, the dossier that is sealed here is judged by this text to its end.
        var inForce = await rulebooks.InForceAt(at, cancellation);
        var rules = inForce.Current;
        var classification = TierClassifier.Classify(rules, submission.Declaration) with { Changes = TierSensitivity.Of(rules, submission.Declaration) };
        var earlier = await reports.ReadAll(submission.Reports, cancellation);
        var upstream = await upstreams.Find(submission.Declaration, inForce, at, cancellation);
        var gaps = GapAnalysis.Gaps(
            rules, classification.Tier, submission.Declaration, submission.Evidence, earlier, submission.PartyAnswers ?? [], at, upstream);

        var changed = gaps.Count > 0
            ? await cases.Change(
                submission.Id, context.OperationId,
                AuditEntry.Of(authority.Self, at, "intake.incomplete", new { classification.Tier, Gaps = gaps.Select(gap => new { gap.Code, gap.Requirement }) }),
                current => current.AskFor(classification, gaps, at.AddDays(rules.Deadlines.MissingEvidenceDays)),
                cancellation: cancellation)
            : await Accept(context, submission, classification, rules, upstream, at, cancellation);
        return changed.Succeeded
            ? Standing(changed.Value.State)
            : throw new InvalidOperationException(changed.Refusal.Message);
    }

    private async Task<Outcome<Storage.Changes.Changed<Submission>>> Accept(
        ActivityContext context, Submission submission, Classification classification, Rulebook rules, UpstreamStanding? upstream,
        DateTimeOffset at, CancellationToken cancellation)
    {
        var rulebook = rules.Reference();
        var inherited = Inheritance.Of(rules, classification.Tier, submission.Declaration, submission.Evidence, upstream, at).Covered;
        var digest = await dossiers.Seal(submission.NextDossier(rulebook), cancellation);
        return await cases.Change(
            submission.Id, context.OperationId,
            AuditEntry.Of(authority.Self, at, "intake.accepted", new { classification.Tier, classification.Fired, Dossier = digest, Rulebook = rulebook, Inherited = inherited }),
            // The dossier was sealed from the submission as it was read; while in intake nobody else changes it.
            current => current.Accept(classification, rulebook, digest, inherited),
            cancellation: cancellation);
    }

    private static IntakeResult Standing(Submission submission) => submission.Status == SubmissionStatus.AwaitingApplicant
        ? new IntakeResult(false, submission.Deadline!.Value, null, [])
        : new IntakeResult(
            true, default, submission.Dossiers[^1].Hex, [.. submission.Evidence.Select(item => item.Id)]);
}
