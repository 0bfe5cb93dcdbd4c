using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Evidence;

/// <summary>Judges the files of a dossier against each other, once each was judged alone.</summary>
public static class DossierJudgement
{
    // Two honest runs of one benchmark differ by less than this, or by less than three standard errors.
    private const double Tolerance = 0.02;
    private const double StandardErrors = 3;

    /// <summary>What the files say against each other; findings without an evidence id concern the dossier as a whole.</summary>
    public static IReadOnlyList<Finding> Judge(Rulebook rulebook, IReadOnlyList<EvidenceItem> evidence, IReadOnlyList<EvidenceReport> reports) =>
    [
        .. Contradictions(rulebook, reports),
        .. Trimmed(rulebook, reports),
        .. Reused(rulebook, evidence),
    ];

    private static IEnumerable<Finding> Contradictions(Rulebook rulebook, IReadOnlyList<EvidenceReport> reports)
    {
        var claims = reports.SelectMany(report => report.Claims.Select(claim => (report.EvidenceId, Claim: claim)))
            .Where(stated => stated.Claim is { Benchmark: not null, Metric: not null, Value: not null, Subject: not null }).ToList();
        return
            from left in claims.Select((stated, index) => (stated, index))
            from right in claims.Skip(left.index + 1)
            where left.stated.EvidenceId != right.EvidenceId && Contradict(left.stated.Claim, right.Claim)
            select new Finding("dossier.values-contradict", Severity.Major, $"{rulebook.Origin} §evidence", FormattableString.Invariant(
                $"{left.stated.EvidenceId} says {left.stated.Claim.Metric} {left.stated.Claim.Value:0.####} on {left.stated.Claim.Benchmark}, {right.EvidenceId} says {right.Claim.Value:0.####}."));
    }

    private static bool Contradict(Claim left, Claim right) =>
        SubjectName.AreSame(left.Subject!, right.Subject!)
        && SubjectName.AreSame(left.Benchmark!, right.Benchmark!)
        && string.Equals(left.Metric, right.Metric, StringComparison.OrdinalIgnoreCase)
        && (left.BenchmarkVersion is null || right.BenchmarkVersion is null || left.BenchmarkVersion == right.BenchmarkVersion)
        && Math.Abs(left.Value!.Value - right.Value!.Value) > Math.Max(Tolerance, StandardErrors * Math.Max(left.StandardError ?? 0, right.StandardError ?? 0));

    // A trimmed sample log supports inspection; nobody can recompute the score from it.
    private static IEnumerable<Finding> Trimmed(Rulebook rulebook, IReadOnlyList<EvidenceReport> reports)
    {
        var claims = reports.SelectMany(report => report.Claims.Select(claim => (report.EvidenceId, Claim: claim))).ToList();
        return
            from carried in claims
            where carried.Claim.Protocol == "evaluation-samples"
            let stated = claims.Where(other => other.Claim.Protocol == "evaluation" && other.Claim.Harness == carried.Claim.Harness
                && other.Claim.Metric == carried.Claim.Metric && other.Claim.Samples is not null).ToList()
            where stated.Count > 0 && stated.TrueForAll(other => other.Claim.Samples != carried.Claim.Samples)
            select new Finding("dossier.samples-trimmed", Severity.Minor, $"{rulebook.Origin} §evidence", FormattableString.Invariant(
                $"{carried.EvidenceId} carries {carried.Claim.Samples} samples of {carried.Claim.Metric}; {stated[0].EvidenceId} counts {stated[0].Claim.Samples}."));
    }

    private static IEnumerable<Finding> Reused(Rulebook rulebook, IReadOnlyList<EvidenceItem> evidence) =>
        from same in evidence.GroupBy(item => item.Digest)
        let kinds = same.Select(item => item.Kind).Distinct().ToList()
        where kinds.Count > 1
        select new Finding("dossier.file-reused", Severity.Minor, $"{rulebook.Origin} §evidence",
            $"One file answers {string.Join(" and ", kinds)}; each needs evidence of its own.");
}
