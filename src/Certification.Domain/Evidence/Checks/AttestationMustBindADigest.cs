namespace Certification.Domain.Evidence.Checks;

/// <summary>A subject that is named without a SHA-256 digest may be anything by that name.</summary>
internal sealed class AttestationMustBindADigest : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Attestation is null)
            yield break;
        var artifacts = evidence.Declaration.System.Artifacts;
        if (evidence.Reading.Claims.All(claim => claim.SubjectDigest is null))
            yield return evidence.Minor("evidence.attestation-unbound", "No subject of the attestation has a SHA-256 digest.", "/payload");
        else if (artifacts.Count > 0 && !evidence.Reading.Claims.Any(claim => artifacts.Any(artifact => artifact.Digest == claim.SubjectDigest)))
            yield return evidence.Major("evidence.subject-mismatch", "The attestation is about none of the declared files of the system.", "/payload");
    }
}
