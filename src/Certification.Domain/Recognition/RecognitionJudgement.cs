using Certification.Domain.Certificates;
using Certification.Domain.Intake;

namespace Certification.Domain.Recognition;

/// <summary>Judges another authority's certificate by one's own rulebook: pure, so that anybody who has the same inputs
/// reaches the same verdict.</summary>
public static partial class RecognitionJudgement
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
                ?? JudgeUse(rules)
                ?? JudgeTier(certificate, rules)
                ?? JudgeEvidence(certificate, rules)
                ?? Accept(certificate, rules, verification.AsOf);
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
