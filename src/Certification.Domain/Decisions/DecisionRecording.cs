using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Decisions;

/// <summary>Writes down what a decided case rested on.</summary>
public static class DecisionRecording
{
    /// <summary>The record of a case.</summary>
    /// <param name="submission">Decided.</param>
    /// <param name="dossier">The version that was judged.</param>
    /// <param name="reports">On its items, with the digests that they are sealed under.</param>
    /// <param name="rulebook">The text that judged.</param>
    /// <param name="place">What the authority knows and the case does not.</param>
    /// <exception cref="InvalidOperationException">The case is not decided, or an item has no report.</exception>
    public static DecisionRecord Of(
        Submission submission, Dossier dossier, IReadOnlyDictionary<Sha256Digest, EvidenceReport> reports, Rulebook rulebook, RecordPlace place)
    {
        var decision = submission.Decision ?? throw new InvalidOperationException($"Case {submission.Id} is not decided.");
        var seen = submission.SeenBy(Visibility.Authority);
        var persons = new Pseudonyms();
        return new DecisionRecord(
            place.Authority,
            submission.Id,
            submission.Dossiers[^1],
            submission.Dossiers.Count,
            rulebook.Reference(),
            rulebook.Floor,
            place.TrustList,
            [.. dossier.Evidence.Select(item => Pin(item, reports))],
            submission.Classification! with { Changes = null },
            [.. seen.Findings.Select(RecordedFinding.Of)],
            submission.Inherited,
            persons.For(submission.Applicant),
            submission.Declaration.Parties,
            // The record is made after the decision: what a party said in between was no part of it.
            [.. (submission.PartyAnswers ?? []).Where(answer => answer.At <= decision.At).Select(persons.In)],
            persons.In(seen.Review),
            persons.In(decision, place.Authority),
            place.Chain,
            JudgingSoftware.Version);
    }

    private static PinnedEvidence Pin(EvidenceItem item, IReadOnlyDictionary<Sha256Digest, EvidenceReport> reports)
    {
        var (digest, report) = reports.FirstOrDefault(pair => pair.Value.EvidenceId == item.Id);
        return report is not null
            ? PinnedEvidence.Of(item, digest, report.Judged)
            : throw new InvalidOperationException($"There is no report on {item.Id}, so nothing can be decided on it.");
    }
}

/// <summary>Where a decision was taken.</summary>
/// <param name="Authority">Code of the authority.</param>
/// <param name="TrustList">Digest of the trust list in use.</param>
/// <param name="Chain">The case's audit chain so far.</param>
public sealed record RecordPlace(string Authority, Sha256Digest TrustList, AuditPosition Chain);
