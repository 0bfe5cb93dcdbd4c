using Certification.Domain.Accountability;
using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>Says exactly what a submission lacks before its evidence can be validated.</summary>
public static class GapAnalysis
{
    /// <summary>Every gap, least effort first. Empty means that the dossier is complete; whether the evidence is any good is
    /// for validation to say.</summary>
    /// <param name="evidence">The items declared so far.</param>
    /// <param name="reports">What earlier validation found in these items, by which evidence that is reused is known to be
    /// stale; empty at a first submission.</param>
    /// <param name="answers">What the accountable parties said so far.</param>
    /// <param name="at">Now.</param>
    public static IReadOnlyList<Gap> Gaps(
        Rulebook rulebook,
        RiskTier tier,
        Declaration declaration,
        IReadOnlyList<EvidenceItem> evidence,
        IReadOnlyList<EvidenceReport> reports,
        IReadOnlyList<PartyAnswer> answers,
        DateTimeOffset at,
        UpstreamStanding? upstream = null) =>
        Gaps(rulebook, tier, declaration, evidence, reports, answers, at, Inheritance.Of(rulebook, tier, declaration, evidence, upstream, at));

    private static IReadOnlyList<Gap> Gaps(
        Rulebook rulebook, RiskTier tier, Declaration declaration, IReadOnlyList<EvidenceItem> evidence,
        IReadOnlyList<EvidenceReport> reports, IReadOnlyList<PartyAnswer> answers, DateTimeOffset at, Inheritance inherited) =>
    [
        .. BarredUseGaps.Of(rulebook, declaration)
            .Concat(DeclarationGaps.Of(rulebook, declaration))
            .Concat(AccountabilityGaps.Of(AccountabilityGraph.Of(rulebook, tier, declaration, answers)))
            .Concat(StatementGaps.Of(rulebook, tier, declaration, at))
            .Concat(EvidenceGaps.Of(rulebook, tier, declaration, evidence, reports, at, inherited))
            .Concat(inherited.Gaps)
            .OrderBy(gap => gap.EffortHours)
            .ThenBy(gap => gap.Code, StringComparer.Ordinal)
            .ThenBy(gap => gap.Requirement, StringComparer.Ordinal),
    ];

    /// <summary>Every gap of a first submission, whose evidence nobody has read yet.</summary>
    public static IReadOnlyList<Gap> Gaps(
        Rulebook rulebook, RiskTier tier, Declaration declaration, IReadOnlyList<EvidenceItem> evidence,
        IReadOnlyList<PartyAnswer> answers, DateTimeOffset at) =>
        Gaps(rulebook, tier, declaration, evidence, [], answers, at);
}
