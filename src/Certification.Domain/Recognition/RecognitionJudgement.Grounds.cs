using Certification.Domain.Certificates;

namespace Certification.Domain.Recognition;

/// <summary>The grounds on which a certificate that verifies is still not recognised, in the order in which they are asked.</summary>
public static partial class RecognitionJudgement
{
    private static RecognitionVerdict? JudgeAgreement(CertificateDraft certificate, RecognitionRules rules, DateTimeOffset at)
    {
        var issuer = certificate.Issuer.Code;
        var agreement = rules.Agreements.SingleOrDefault(
            candidate => candidate.Issuer == issuer && at >= candidate.Enacted && (candidate.Repealed is null || at < candidate.Repealed));
        if (agreement is null)
        {
            return Undetermined(
                "recognition.no-agreement", $"{rules.Authority} has no recognition agreement with {issuer} in force.",
                $"Apply to {rules.Authority} for certification, or ask it to enact an agreement with {issuer}.");
        }

        var outside = certificate.Scope.Contexts.Select(context => context.Sector)
            .Where(sector => !agreement.Sectors.Contains("*") && !agreement.Sectors.Contains(sector)).Distinct().ToList();
        if (outside.Count > 0)
        {
            return Refused(
                "recognition.sector-outside-agreement", $"The agreement with {issuer} does not cover {string.Join(", ", outside)}.",
                $"Apply to {rules.Authority} for certification in that sector.");
        }

        return certificate.Tier.Tier <= agreement.HighestTier
            ? null
            : Refused(
                "recognition.tier-outside-agreement", $"The agreement with {issuer} ends at tier {Word(agreement.HighestTier)}, the certificate is {Word(certificate.Tier.Tier)}.",
                $"Apply to {rules.Authority} for certification.");
    }

    private static RecognitionVerdict? JudgeFloor(CertificateDraft certificate, RecognitionRules rules)
    {
        var (id, version) = (certificate.Rulebook.FloorId, certificate.Rulebook.FloorVersion);
        return rules.Floors?.Hold(id, version) switch
        {
            true => null,
            false => Refused(
                "recognition.floor-not-shared", $"Floor {id}/{version} is not among those taken as equivalent: {rules.Floors!.Id} {string.Join(", ", rules.Floors.Versions)}.",
                "Have the system assessed by a floor version that both authorities share."),
            null => Undetermined(
                "recognition.floor-unknown", $"Whether floor {id}/{version} is equivalent is not laid down.", "Adopt a list of equivalent floor versions."),
        };
    }

    private static RecognitionVerdict? JudgeTier(CertificateDraft certificate, RecognitionRules rules)
    {
        if (rules.OwnTier is not { } own)
        {
            return Undetermined(
                "recognition.tier-unknown", "The system could not be classified by the recognising authority's own rules.",
                "Add the capability or context to the taxonomy, or ask the holder for it.");
        }

        return own.Tier <= certificate.Tier.Tier
            ? null
            : Refused(
                "recognition.tier-higher-here",
                $"{rules.Authority} classifies the system as {Word(own.Tier)} ({string.Join(", ", own.Fired.Select(rule => rule.RuleId))}), the certificate was assessed as {Word(certificate.Tier.Tier)}.",
                $"Apply to {rules.Authority} for a delta assessment at tier {Word(own.Tier)}.");
    }

    private static RecognitionVerdict? JudgeUse(RecognitionRules rules) => rules.BarredUses is { Count: > 0 } barred
        ? new(
            RecognitionOutcome.Refused,
            [.. barred.Select(use => new Reason("recognition.use-barred", $"{rules.Authority} bars this use ({use.Clause}): {use.Description}"))],
            [],
            $"The system is not used in {rules.Authority} in this way; a certificate for another use can be recognised.")
        : null;

    private static RecognitionVerdict? JudgeEvidence(CertificateDraft certificate, RecognitionRules rules)
    {
        var shown = certificate.Evidence.Select(entry => entry.Kind).Concat(certificate.Upstream?.Kinds ?? []).ToHashSet();
        var missing = rules.RequiredEvidence.Where(kind => !shown.Contains(kind)).ToList();
        return missing.Count == 0
            ? null
            : new(
                RecognitionOutcome.Refused,
                [.. missing.Select(kind => new Reason("recognition.evidence-missing", $"{rules.Authority} requires {kind}, which the certificate does not show."))],
                [],
                $"File the missing evidence with {rules.Authority}.");
    }
}
