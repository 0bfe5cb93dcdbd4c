namespace Certification.Domain.Evidence.Checks;

/// <summary>The certificate is bound to digests, and the bill has to speak of the same files.</summary>
internal sealed class BomMustPinTheWeights : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Bom is not { } bom || evidence.Declaration.System.Artifacts.Count == 0)
            yield break;
        var pinned = bom.Components.SelectMany(component => component.Sha256).ToHashSet();
        var artifacts = evidence.Declaration.System.Artifacts;
        foreach (var artifact in artifacts)
        {
            var named = bom.Components.FirstOrDefault(component => component.Name == artifact.Name && component.Sha256.Count > 0);
            if (named is not null && !named.Sha256.Contains(artifact.Digest))
            {
                yield return evidence.Major("evidence.digest-mismatch",
                    $"The bill gives {artifact.Name} the digest {named.Sha256[0]}; declared is {artifact.Digest}.", named.Where);
            }
        }

        if (!artifacts.Any(artifact => pinned.Contains(artifact.Digest)))
        {
            yield return evidence.Minor("evidence.bom-weights-unpinned",
                "The bill has no SHA-256 digest of any declared file of the system; add the digests of the weights.", "/components");
        }
    }
}
