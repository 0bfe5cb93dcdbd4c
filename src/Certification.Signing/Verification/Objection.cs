using Certification.Domain.Certificates;

namespace Certification.Signing.Verification;

/// <summary>Why a certificate is not simply valid. The first one decides; those that make it invalid are asked first.</summary>
/// <param name="NextStep">What the verifier does now.</param>
internal sealed record Objection(VerificationOutcome Outcome, string Code, string Message, string NextStep)
{
    public static Objection Invalid(string code, string message, string nextStep) =>
        new(VerificationOutcome.Invalid, code, message, nextStep);

    public static Objection Undetermined(string code, string message, string nextStep) =>
        new(VerificationOutcome.Undetermined, code, message, nextStep);
}
