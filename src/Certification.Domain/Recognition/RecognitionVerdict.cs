using Certification.Domain.Certificates;

namespace Certification.Domain.Recognition;

/// <summary>What one authority makes of another's certificate.</summary>
/// <param name="Reasons">Why; for <c>recognised</c> the agreement that it rests on.</param>
/// <param name="Conditions">What is imposed beyond the certificate's own conditions; empty unless <c>conditional</c>.</param>
/// <param name="NextStep">What the holder or the authority does now; null when nothing is needed.</param>
public sealed record RecognitionVerdict(
    RecognitionOutcome Outcome,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<CertificateCondition> Conditions,
    string? NextStep);

/// <summary>The four words. No rule, or an input that is missing, is <see cref="Undetermined"/>: elsewhere a country without
/// rules showed "valid".</summary>
public enum RecognitionOutcome { Recognised, Conditional, Undetermined, Refused }
