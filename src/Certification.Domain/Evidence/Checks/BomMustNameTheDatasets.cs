namespace Certification.Domain.Evidence.Checks;

/// <summary>Training data has an origin, and the bill is where it is documented.</summary>
internal sealed class BomMustNameTheDatasets : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Bom is not { } bom)
            yield break;
        var named = bom.Datasets.ToList();
        var declared = evidence.Declaration.System.Datasets;
        foreach (var missing in declared.Where(name => !named.Exists(dataset => SubjectName.AreSame(dataset.Name, name))))
            yield return evidence.Major("evidence.bom-dataset-missing", $"The declared dataset \"{missing}\" is not in the bill.", "/components");
        if (declared.Count == 0 && named.Count == 0)
            yield return evidence.Minor("evidence.datasets-unknown", "Neither the declaration nor the bill names a dataset.", "/components");
    }
}
