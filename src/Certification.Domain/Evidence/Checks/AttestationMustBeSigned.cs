namespace Certification.Domain.Evidence.Checks;

/// <summary>An attestation is worth its signature, and a signature the key that one had before reading it.</summary>
internal sealed class AttestationMustBeSigned : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        foreach (var standing in (evidence.Reading.Attestation?.Envelopes ?? []).Distinct())
        {
            if (standing == SignatureStanding.Invalid)
                yield return evidence.Major("evidence.signature-invalid", "No signature of the envelope verifies with a trusted key.", "/signatures");
            else if (standing == SignatureStanding.Absent)
                yield return evidence.Major("evidence.signature-missing", "The envelope has no signature.", "/signatures");
            else if (standing == SignatureStanding.KeyUnknown)
                yield return evidence.Minor("evidence.signature-key-unknown", "The signature is by a key that is not known here; hand the key to the authority by another way.", "/signatures");
        }
    }
}
