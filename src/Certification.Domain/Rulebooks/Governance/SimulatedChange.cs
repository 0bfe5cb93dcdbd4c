using Certification.Domain.Accountability;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;

namespace Certification.Domain.Rulebooks.Governance;

/// <summary>What is known of a case or a certificate, for judging it by rules that are not adopted yet.</summary>
/// <param name="Reports">What validation read from the evidence; empty before it ran.</param>
/// <param name="Answers">What the accountable parties said so far.</param>
public sealed record SimulatedFacts(
    Declaration Declaration, IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<EvidenceReport> Reports,
    IReadOnlyList<PartyAnswer> Answers)
{
    /// <summary>The facts of a case as it stands.</summary>
    public static SimulatedFacts Of(Submission submission, IReadOnlyList<EvidenceReport> reports) =>
        new(submission.Declaration, submission.Evidence, reports, submission.PartyAnswers ?? []);
}

/// <summary>What another rulebook would change for one case or certificate.</summary>
/// <param name="Effect">The gravest of the changes below.</param>
/// <param name="NowFires">Tier rules that hold under the other rulebook only.</param>
/// <param name="NoLongerFires">Ids of tier rules that hold under the present one only.</param>
/// <param name="Missing">What the dossier would lack that it does not lack now, least effort first.</param>
/// <param name="NoLongerMissing">What it lacks now and would not lack.</param>
/// <param name="Stricter">Terms that become stricter though nothing is missing, one sentence each.</param>
/// <param name="Looser">Terms that become looser, one sentence each.</param>
public sealed record SimulatedChange(
    SimulatedEffect Effect,
    RiskTier TierBefore,
    RiskTier TierAfter,
    IReadOnlyList<FiredRule> NowFires,
    IReadOnlyList<string> NoLongerFires,
    IReadOnlyList<Gap> Missing,
    IReadOnlyList<Gap> NoLongerMissing,
    IReadOnlyList<string> Stricter,
    IReadOnlyList<string> Looser);

/// <summary>What it comes to, in rising gravity.</summary>
public enum SimulatedEffect
{
    /// <summary>Nothing that the rulebooks say of it differs.</summary>
    Unchanged,

    /// <summary>Other terms, the same tier, nothing missing.</summary>
    OtherTerms,

    /// <summary>Another tier, nothing missing.</summary>
    OtherTier,

    /// <summary>The dossier would not be accepted as it stands.</summary>
    WouldFail,
}
