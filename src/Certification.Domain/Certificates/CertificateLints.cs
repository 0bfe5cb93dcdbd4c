using Certification.Domain.Certificates.Lints;

namespace Certification.Domain.Certificates;

/// <summary>Every lint, in the order in which findings are listed.</summary>
public static class CertificateLints
{
    /// <summary>The lints.</summary>
    public static IReadOnlyList<ICertificateLint> All { get; } =
    [
        new NumberBelongsToIssuer(),
        new HolderIsAnAccountableParty(),
        new EveryDutyHasAnOwnerWhoAccepted(),
        new SystemIsNamedByItsDigests(),
        new ScopeNamesCapabilitiesAndContexts(),
        new ConditionsAreMachineCheckable(),
        new TierIsTheHighestThatFired(),
        new EvidenceCoversTheTier(),
        new WithheldEvidenceShowsNothing(),
        new DeclarationIsSaidToBeOne(),
        new LimitationsAreStated(),
        new ValidityStaysWithinTheRulebook(),
        new SurveillanceIsPlanned(),
        new StatusPointerCanBeFollowed(),
        new TextSurvivesXml(),
    ];

    /// <summary>What all lints find; empty when the draft may be signed.</summary>
    public static IReadOnlyList<LintFinding> Check(CertificateDraft draft, LintContext context) =>
        [.. All.SelectMany(lint => lint.Check(draft, context).Select(message => new LintFinding(lint.Code, lint.Clause, message)))];
}
