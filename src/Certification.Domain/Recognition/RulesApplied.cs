using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.Governance;
using Certification.Domain.Submissions;

namespace Certification.Domain.Recognition;

/// <summary>Reads out of a rulebook what it says about one foreign certificate.</summary>
public static class RulesApplied
{
    /// <summary>The rules as they bear on this certificate; null when the rulebook has none for certificates from abroad.</summary>
    /// <param name="authority">Code of the recognising authority.</param>
    public static RecognitionRules? To(CertificateDraft certificate, RulebookInForce rules, string authority)
    {
        var rulebook = rules.Current;
        if (rulebook.Recognition is not { } recognition) return null;
        var declarations = certificate.Scope.Contexts.Select(context => Declared(certificate, context)).ToList();
        var own = declarations.Select(declaration => TierClassifier.Classify(rulebook, declaration)).MaxBy(classification => classification.Tier)!;
        return new RecognitionRules(
            authority,
            [.. recognition.Issuers.Select(issuer => Agreement(issuer, rulebook, recognition))],
            Floors(certificate, rulebook, recognition),
            own,
            [.. declarations.SelectMany(declaration => FloorEvidence(rules.Floor, own.Tier, declaration)).Distinct()],
            [.. certificate.Scope.Contexts.SelectMany(context => recognition.ConditionsFor(Facts(certificate, context)))
                .Select(condition => condition.Imposes).Distinct()],
            TimeSpan.FromDays(recognition.MaxCertificateAgeDays),
            LongestValidity: null,
            [.. declarations.SelectMany(declaration => BarredUseGaps.Hold(rulebook, declaration)).DistinctBy(use => use.Id)]);
    }

    private static RecognitionAgreement Agreement(
        RecognisedIssuer issuer, Rulebook rulebook, RecognitionPlan recognition) => new(
        issuer.Authority,
        [.. rulebook.Taxonomy.Sectors.Select(sector => sector.Code).Except(recognition.SectorsNotRecognised)],
        RiskTier.Critical,
        RulebookTimeline.StartOf(rulebook.EffectiveFrom));

    private static EquivalentFloors? Floors(CertificateDraft certificate, Rulebook rulebook, RecognitionPlan recognition) =>
        rulebook.Floor is { } floor && recognition.ForIssuer(certificate.Issuer.Code) is { } issuer
            ? new EquivalentFloors(floor.Id, issuer.FloorVersions)
            : null;

    // What only the recognising jurisdiction wants is no reason to refuse: its rulebook says by which condition it is made up for.
    private static IEnumerable<string> FloorEvidence(Rulebook floor, RiskTier tier, Declaration declaration) =>
        EvidencePlan.For(floor, tier, declaration).Select(required => required.Kind.Code);

    private static RecognitionFacts Facts(CertificateDraft certificate, ContextOfUse context) => new(
        certificate.Tier.Tier, context.Sector, context.Role, context.Access, certificate.Scope.Capabilities,
        [.. certificate.Evidence.Select(entry => entry.Kind).Distinct()],
        [.. certificate.Conditions.Concat(certificate.Restrictions).Select(condition => condition.Code)],
        certificate.SelfDeclared is null ? ReviewLane.Assessed : ReviewLane.SelfDeclaration);

    // The certificate carries both axes of risk, so that the system can be classified again without its dossier.
    private static Declaration Declared(CertificateDraft certificate, ContextOfUse context) => new(
        new SystemDeclaration(
            certificate.System.Name, certificate.System.Version, context.Use, certificate.System.Artifacts, null, [], certificate.KnownLimitations),
        certificate.Scope.Capabilities, context, certificate.Parties, certificate.Envelope);
}
