namespace Certification.Domain.Evidence.Checks;

/// <summary>Weights of one name change; a run of weights by name alone was of whatever stood there on that day. Where both the
/// file and the declaration name a revision, they have to be the same.</summary>
internal sealed class ModelMustBePinned : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is { IsModelPinned: false, Subjects.Count: > 0 } run)
        {
            yield return evidence.Observation("evidence.model-revision-missing",
                $"The run names \"{run.Subjects[0]}\" without a revision or digest of its weights.", run.Places.Model);
        }

        var system = evidence.Declaration.System;
        var stated = evidence.Reading.Claims.Where(claim => claim.Subject is { } subject && SubjectName.Means(subject, system)).ToList();
        foreach (var other in stated.Where(claim => claim.SubjectRevision is { } revision && SubjectName.AreOtherRevisions(revision, system.Version)).Take(1))
        {
            yield return evidence.Major("evidence.revision-mismatch",
                $"The file is about revision {other.SubjectRevision} of the model; submitted is {system.Version}.", other.Where);
        }

        if (evidence.Reading.Bom is not null || evidence.Reading.Attestation is not null)
            yield break;
        foreach (var other in stated.Where(claim => claim.SubjectDigest is { } digest && system.Artifacts.Count > 0
            && system.Artifacts.All(artifact => artifact.Digest != digest)).Take(1))
        {
            yield return evidence.Major("evidence.digest-mismatch",
                $"The file is about a model with the digest {other.SubjectDigest}; none of the declared files has it.", other.Where);
        }
    }
}
