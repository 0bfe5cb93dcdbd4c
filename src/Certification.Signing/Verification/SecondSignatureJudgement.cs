using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.PostQuantum;
using Certification.Signing.Trust;

namespace Certification.Signing.Verification;

/// <summary>What a second signature that came with a certificate says. One that is not there is missed only by a verifier who requires it: anybody
/// can leave it out.</summary>
internal static class SecondSignatureJudgement
{
    /// <summary>The objection; null when the second signature holds, or when none was given and none is required.</summary>
    public static Objection? Judge(Certificate certificate, Sha256Digest digest, VerificationInputs inputs)
    {
        if (inputs.SecondSignature is not { } text)
        {
            return inputs.RequiresSecondSignature
                ? Unclear(certificate, "second-signature.missing", "No second signature was given, and you require one.")
                : null;
        }

        if (!SecondSignature.TryRead(text, out var second))
        {
            return Unclear(certificate, "second-signature.malformed", "What was given is no second signature.");
        }

        if (second.Header.Algorithm != SecondKey.MlDsa65)
        {
            return Unclear(certificate, "second-signature.algorithm-unknown", $"The second signature is by {second.Header.Algorithm}, which this version does not know.");
        }

        var key = inputs.Trust?.Authority(certificate.Content.Issuer.Code)?.SecondKeys?.FirstOrDefault(known => known.Key.Id == second.Header.Key);
        return key is null
            ? Unclear(certificate, "second-signature.key-unknown", $"The given trust names no such key of {certificate.Content.Issuer.Code}.")
            : JudgeSigned(certificate, digest, second, key);
    }

    private static Objection? JudgeSigned(Certificate certificate, Sha256Digest digest, SecondSignature second, TrustedSecondKey key)
    {
        if (!second.IsBy(key.Key))
        {
            return Objection.Invalid(
                "certificate.second-signature-invalid", "The second signature was not made with the issuer's key that it names.",
                "Get certificate and second signature anew from the issuer, and tell it if they still do not fit.");
        }

        if (second.Signed.Number != certificate.Number || second.Signed.Certificate != digest)
        {
            return Unclear(certificate, "second-signature.other-document", $"The second signature is of {second.Signed.Number} with the digest {second.Signed.Certificate}.");
        }

        return key.IsGranted(certificate.SignedAt)
            ? null
            : Objection.Invalid(
                "certificate.second-key-not-in-force", $"The issuer's second key was not in force at {certificate.SignedAt:u}, or is withdrawn.",
                $"Ask {certificate.Content.Issuer.Code} for a certificate signed with keys in force.");
    }

    private static Objection Unclear(Certificate certificate, string code, string message) =>
        Objection.Undetermined(code, message, $"Get the second signature of {certificate.Number} from its issuer, with the current trust list.");
}
