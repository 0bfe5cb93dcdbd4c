using Certification.Domain.Certificates;
using Certification.Domain.Intake;

namespace Certification.Domain.Recognition;

/// <summary>Judges another authority's certificate by one's own rulebook: pure, so that anybody who has the same inputs
/// reaches the same verdict.</summary>
public static class RecognitionJudgement
{
    /// <summary>The verdict.</summary>
    /// <param name="verification">What verification of the document said.</param>
    /// <param name="certificate">The certificate; null when its signature does not hold.</param>
    /// <param name="rules">The recognising authority's rules; null when it has none for certificates from abroad.</param>
    public static RecognitionVerdict Judge(VerificationVerdict verification, CertificateDraft? certificate, RecognitionRules? rules)
    {
        if (verification.Outcome == VerificationOutcome.Invalid)
        {
            return new(RecognitionOutcome.Refused, verification.Reasons, [], verification.NextStep);
        }

        if (verification.Outcome == VerificationOutcome.Undetermined || certificate is null)
        {
            return new(RecognitionOutcome.Undetermined, verification.Reasons, [], verification.NextStep);
        }

        return rules is null
            ? Undetermined("recognition.no-rule", "The rulebook has no rule for certificates from abroad.", "Adopt a recognition rule.")
            : JudgeAgreement(certificate, rules, verification.AsOf)
                ?? JudgeFloor(certificate, rules)
                ?? JudgeTier(certificate, rules)
                ?? JudgeEvidence(certificate, rules)
                ?? Accept(certificate, rules, verification.AsOf);
    }

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

    private static RecognitionVerdict? JudgeEvidence(CertificateDraft certificate, RecognitionRules rules)
    {
        var shown = certificate.Evidence.Select(entry => entry.Kind).ToHashSet();
        var missing = rules.RequiredEvidence.Where(kind => !shown.Contains(kind)).ToList();
        return missing.Count == 0
            ? null
            : new(
                RecognitionOutcome.Refused,
                [.. missing.Select(kind => new Reason("recognition.evidence-missing", $"{rules.Authority} requires {kind}, which the certificate does not show."))],
                [],
                $"File the missing evidence with {rules.Authority}.");
    }

    private static RecognitionVerdict Accept(CertificateDraft certificate, RecognitionRules rules, DateTimeOffset at)
    {
        var age = at - certificate.Validity.NotBefore;
        if (age > rules.LongestAge)
        {
            return Refused(
                "recognition.too-old", $"The certificate is {age.TotalDays:0} days old, {rules.LongestAge.Value.TotalDays:0} are accepted.",
                "Have the system certified again.");
        }

        var conditions = new List<CertificateCondition>(rules.Conditions.Where(condition => !IsMet(certificate, condition)));
        var reasons = new List<Reason>
        {
            new("recognition.agreement", $"Recognised under the agreement of {rules.Authority} with {certificate.Issuer.Code}."),
        };
        if (certificate.Validity.NotAfter - certificate.Validity.NotBefore > rules.LongestValidity)
        {
            var end = certificate.Validity.NotBefore + rules.LongestValidity.Value;
            conditions.Add(new("recognition.until", end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null), $"Recognised until {end:yyyy-MM-dd}."));
        }

        reasons.AddRange(conditions.Select(condition => new Reason("recognition.condition-imposed", condition.Text)));
        return new(
            conditions.Count == 0 ? RecognitionOutcome.Recognised : RecognitionOutcome.Conditional,
            reasons,
            conditions,
            conditions.Count == 0 ? null : $"The holder accepts the conditions with {rules.Authority}.");
    }

    private static bool IsMet(CertificateDraft certificate, CertificateCondition condition) =>
        certificate.Conditions.Concat(certificate.Restrictions).Any(own => own.Code == condition.Code && own.Value == condition.Value);

    private static RecognitionVerdict Undetermined(string code, string message, string nextStep) =>
        new(RecognitionOutcome.Undetermined, [new(code, message)], [], nextStep);

    private static RecognitionVerdict Refused(string code, string message, string nextStep) =>
        new(RecognitionOutcome.Refused, [new(code, message)], [], nextStep);

    private static string Word(RiskTier tier) => tier.ToString().ToLowerInvariant();
}
