namespace Certification.Domain.Evidence.Checks;

/// <summary>Lineage carries risks along: what was found in a base model concerns whatever was derived from it.</summary>
internal sealed class BomMustNameTheBaseModel : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Bom is not { } bom)
            yield break;
        var ancestors = bom.Ancestors.ToList();
        if (evidence.Declaration.System.BaseModel is not { } declared)
        {
            foreach (var ancestor in ancestors)
                yield return evidence.Major("evidence.base-model-undeclared", $"The bill names the base model \"{ancestor.Name}\", which was not declared.", ancestor.Where);
        }
        else if (!ancestors.Exists(ancestor => SubjectName.AreSame(ancestor.Name, declared.Name)))
        {
            yield return evidence.Major("evidence.bom-base-model-missing",
                $"The declared base model \"{declared.Name}\" is not in the pedigree of the bill.", "/components");
        }
    }
}
