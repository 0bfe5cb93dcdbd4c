namespace Certification.Domain.Evidence.Across;

/// <summary>HELM spreads a run over several files: the statistics name no model, and the specification measures nothing. Each
/// needs the other.</summary>
internal sealed class RunsMustBeWhole : IDossierCheck
{
    public IEnumerable<Finding> Check(JudgedDossier dossier)
    {
        var claims = dossier.Claims.Where(stated => stated.Claim.Harness == "helm").ToList();
        var specifications = claims.Where(stated => stated.Claim is { Protocol: "run-specification", Subject: not null }).ToList();
        var statistics = claims.Where(stated => stated.Claim.Protocol == "evaluation").DistinctBy(stated => stated.EvidenceId).ToList();
        if (specifications.Count == 0)
        {
            foreach (var part in claims.DistinctBy(stated => stated.EvidenceId))
            {
                yield return dossier.Finding(Severity.Major, "dossier.run-part-missing",
                    $"{part.EvidenceId} is a part of a HELM run that names no model; hand in run_spec.json of the same run too.", part);
            }
        }
        else if (statistics.Count == 0)
        {
            yield return dossier.Finding(Severity.Minor, "dossier.run-part-missing",
                $"{specifications[0].EvidenceId} specifies a HELM run without its results; hand in stats.json of the same run too.", specifications[0]);
        }
        else if (specifications.Select(stated => stated.Claim.Benchmark).OfType<string>().Distinct().Count() > 1)
        {
            yield return dossier.Finding(Severity.Major, "dossier.run-parts-mixed",
                "Files of several HELM runs lie side by side, and stats.json does not say which of them it is of; hand in one run as evidence of one kind.", statistics[0]);
        }
    }
}
