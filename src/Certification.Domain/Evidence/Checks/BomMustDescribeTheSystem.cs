namespace Certification.Domain.Evidence.Checks;

/// <summary>A bill of materials has to be the bill of this system.</summary>
internal sealed class BomMustDescribeTheSystem : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Bom is not { } bom)
            yield break;
        var models = bom.Models.ToList();
        if (models.Count == 0)
        {
            yield return evidence.Major("evidence.bom-without-model", "The bill names no machine-learning model.", "/components");
        }
        else if (!models.Exists(model => SubjectName.Means(model.Name, evidence.Declaration.System)))
        {
            yield return evidence.Major("evidence.subject-mismatch",
                $"The bill is of \"{models[0].Name}\", not of the submitted \"{evidence.Declaration.System.Name}\".", models[0].Where);
        }

        if (bom.SubjectRef is null)
            yield return evidence.Observation("evidence.bom-subject-implied", "The bill does not say which component it describes.", "/metadata/component");
    }
}
