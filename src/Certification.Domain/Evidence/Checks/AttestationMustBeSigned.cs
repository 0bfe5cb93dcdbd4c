namespace Certification.Domain.Evidence.Checks;

/// <summary>An attestation is worth its signature, and a signature the key that one had before reading it, while that key
/// counted. When it was signed, the statement says; where it does not, it counts as signed when it was sealed.</summary>
internal sealed class AttestationMustBeSigned : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        foreach (var envelope in (evidence.Reading.Attestation?.Envelopes ?? []).Distinct())
        {
            var key = envelope.KeyId is null ? "a key that it does not name" : $"the key \"{envelope.KeyId}\"";
            var finding = envelope.Standing switch
            {
                SignatureStanding.Invalid => evidence.Major("evidence.signature-invalid", $"The signature by {key} does not verify: statement or signature was changed.", "/signatures"),
                SignatureStanding.Absent => evidence.Major("evidence.signature-missing", "The envelope has no signature.", "/signatures"),
                SignatureStanding.KeyUnknown => evidence.Major("evidence.signature-key-unknown", $"The signature by {key} verifies with none of the trusted keys.", "/signatures"),
                SignatureStanding.Unverified => evidence.Minor("evidence.signature-unverified", $"No trusted key is at hand to verify the signature by {key} with; hand the key over by another way.", "/signatures"),
                _ => Period(evidence, envelope),
            };
            if (finding is not null)
                yield return finding;
        }
    }

    private static Finding? Period(JudgedEvidence evidence, EnvelopeSignature envelope)
    {
        var signed = envelope.SignedAt ?? evidence.Item.SealedAt ?? evidence.At;
        if (envelope.KeyNotAfter < signed)
            return evidence.Major("evidence.signature-key-expired", $"Signed on {signed:yyyy-MM-dd} by a key that counted until {envelope.KeyNotAfter:yyyy-MM-dd}.", "/signatures");
        return signed < envelope.KeyNotBefore
            ? evidence.Major("evidence.signature-key-not-yet-valid", $"Signed on {signed:yyyy-MM-dd} by a key that counts from {envelope.KeyNotBefore:yyyy-MM-dd} on.", "/signatures")
            : null;
    }
}
