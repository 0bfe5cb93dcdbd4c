namespace Certification.Domain.Evidence.Across;

/// <summary>Two files that give one metric of one benchmark two values cannot both be right. Between two harnesses, other
/// prompts may explain it.</summary>
internal sealed class ValuesMustNotContradict : IDossierCheck
{
    // Two honest runs of one benchmark differ by less than this, or by less than three standard errors.
    private const double Tolerance = 0.02;
    private const double StandardErrors = 3;

    public IEnumerable<Finding> Check(JudgedDossier dossier) =>
        from same in dossier.Claims
            .Where(stated => stated.Claim is { Protocol: not "red-team", Benchmark: not null, Metric: not null, Value: not null, Subject: not null })
            .GroupBy(stated => (stated.Claim.Metric!.ToUpperInvariant(), stated.Claim.Group))
        let claims = same.ToList()
        from left in claims.Select((stated, index) => (stated, index))
        from right in claims.Skip(left.index + 1)
        where left.stated.EvidenceId != right.EvidenceId && Contradict(left.stated.Claim, right.Claim)
        select dossier.Finding(AreOfOneHarness(left.stated.Claim, right.Claim) ? Severity.Major : Severity.Minor, "dossier.values-contradict",
            FormattableString.Invariant($"{left.stated.EvidenceId} says {left.stated.Claim.Metric} {left.stated.Claim.Value:0.####} on {left.stated.Claim.Benchmark}, {right.EvidenceId} says {right.Claim.Value:0.####}."));

    private static bool Contradict(Claim left, Claim right)
    {
        var (one, other) = OnOneScale(left.Value!.Value, right.Value!.Value);
        return SubjectName.AreSame(left.Subject!, right.Subject!)
            && SubjectName.AreSame(left.Benchmark!, right.Benchmark!)
            && (left.BenchmarkVersion is null || right.BenchmarkVersion is null || left.BenchmarkVersion == right.BenchmarkVersion)
            && Math.Abs(one - other) > Math.Max(Tolerance, StandardErrors * Math.Max(left.StandardError ?? 0, right.StandardError ?? 0));
    }

    private static bool AreOfOneHarness(Claim left, Claim right) =>
        left.Harness is null || right.Harness is null || left.Harness == right.Harness;

    // Cards and leaderboards write 75 where a log writes 0.75.
    private static (double One, double Other) OnOneScale(double left, double right) => (left, right) switch
    {
        ( > 1 and <= 100, >= 0 and <= 1) => (left / 100, right),
        ( >= 0 and <= 1, > 1 and <= 100) => (left, right / 100),
        _ => (left, right),
    };
}
