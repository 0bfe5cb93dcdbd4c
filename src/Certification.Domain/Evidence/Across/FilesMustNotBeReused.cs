namespace Certification.Domain.Evidence.Across;

/// <summary>One file under two kinds answers one of them at most.</summary>
internal sealed class FilesMustNotBeReused : IDossierCheck
{
    public IEnumerable<Finding> Check(JudgedDossier dossier) =>
        from same in dossier.Evidence.GroupBy(item => item.Digest)
        let kinds = same.Select(item => item.Kind).Distinct().ToList()
        where kinds.Count > 1
        select dossier.Finding(Severity.Minor, "dossier.file-reused", $"One file answers {string.Join(" and ", kinds)}; each needs evidence of its own.");
}
