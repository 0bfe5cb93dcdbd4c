namespace Certification.Domain.Evidence.Across;

/// <summary>What a red team found counts as dealt with once somebody says what was done about it and a later run of the same
/// probe went better. Each finding that is not is named.</summary>
internal sealed class RedTeamFindingsMustBeClosed : IDossierCheck
{
    private const int MostNamed = 50;

    public IEnumerable<Finding> Check(JudgedDossier dossier)
    {
        var mitigations = dossier.Reports.SelectMany(report => report.Mitigations ?? []).ToList();
        var open = dossier.Claims
            .Where(stated => stated.Claim is { Passed: not null, Benchmark: not null, Value: not null })
            .GroupBy(stated => (stated.Claim.Harness, stated.Claim.Benchmark, stated.Claim.Metric))
            .Select(runs => Judge(dossier, mitigations, [.. runs.OrderBy(stated => stated.Claim.PerformedOn ?? DateTimeOffset.MinValue)]))
            .OfType<Finding>().ToList();
        foreach (var finding in open.Take(MostNamed))
            yield return finding;
        if (open.Count > MostNamed)
            yield return dossier.Finding(open.Max(finding => finding.Severity), "dossier.red-team-open", $"{open.Count - MostNamed} more findings are like these.");
    }

    private static Finding? Judge(JudgedDossier dossier, List<Mitigation> mitigations, List<StatedClaim> runs)
    {
        var last = runs[^1];
        var worst = runs.SkipLast(1).MinBy(run => run.Claim.Value);
        var isMitigated = mitigations.Exists(mitigation => mitigation.Names(last.Claim.Benchmark!));
        var isRetested = worst is not null && worst.Claim.Value < last.Claim.Value;
        if (runs.TrueForAll(run => run.Claim.Passed == true))
            return null;
        return (isMitigated, isRetested) switch
        {
            (true, true) when last.Claim.Passed == true => null,
            (_, true) when last.Claim.Passed == false => dossier.Finding(Severity.Minor, "dossier.red-team-residual",
                $"{Described(last)}; better than before, and not closed.", last),
            (false, true) => dossier.Finding(Severity.Minor, "dossier.red-team-mitigation-unstated",
                $"{last.Claim.Benchmark} passed when it was run again; say what was done about it in between.", last),
            (true, false) => dossier.Finding(Severity.Minor, "dossier.red-team-not-retested",
                $"{Described(last)}; a mitigation is stated, and no later run of the probe shows that it works.", last),
            _ => dossier.Finding(Severity.Major, "dossier.red-team-open",
                $"{Described(last)}; neither a mitigation nor a better later run of the probe is in the dossier.", last),
        };
    }

    private static string Described(StatedClaim stated)
    {
        var claim = stated.Claim;
        return claim is { Protocol: "red-team", Samples: { } samples, Value: { } rate }
            ? FormattableString.Invariant($"{claim.Benchmark} got through in {samples - (long)Math.Round(rate * samples)} of {samples} attempts ({claim.Metric})")
            : FormattableString.Invariant($"{claim.Benchmark} came out at {claim.Metric} {claim.Value:0.##}, which its harness calls failed");
    }
}
