using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Evidence;

/// <summary>What a red team found needs a mitigation and a better later run of the same probe.</summary>
public sealed class RedTeamTests
{
    private static readonly Mitigation Filter = new("Filter", "An input filter against dan.Ablation.", "completed", "/risks/0");

    [Fact]
    public void An_open_finding_is_named_with_its_place()
    {
        var finding = Assert.Single(Judge(Run("e-1", 0.9)));
        Assert.Equal(("dossier.red-team-open", Severity.Major, "e-1", "eval"), (finding.Code, finding.Severity, finding.EvidenceId, finding.Where));
        Assert.Contains("dan.Ablation got through in 1 of 10 attempts", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_probe_that_never_got_through_is_no_finding() => Assert.Empty(Judge(Run("e-1", 1)));

    [Fact]
    public void Mitigated_and_retested_it_is_closed() => Assert.Empty(Judge(Run("e-1", 0.9), Run("e-2", 1, day: 5), Plan()));

    [Fact]
    public void A_mitigation_alone_is_not_retested() =>
        Assert.Equal(["dossier.red-team-not-retested"], Codes(Judge(Run("e-1", 0.9), Plan())));

    [Fact]
    public void A_better_run_alone_does_not_say_what_was_done() =>
        Assert.Equal(["dossier.red-team-mitigation-unstated"], Codes(Judge(Run("e-1", 0.9), Run("e-2", 1, day: 5))));

    [Fact]
    public void A_retest_that_went_no_better_leaves_the_finding_open() =>
        Assert.Equal(["dossier.red-team-open"], Codes(Judge(Run("e-1", 0.9), Run("e-2", 0.9, day: 5))));

    [Fact]
    public void A_good_run_before_the_bad_one_is_no_retest() =>
        Assert.Equal(["dossier.red-team-open"], Codes(Judge(Run("e-1", 1), Run("e-2", 0.9, day: 5))));

    [Fact]
    public void A_better_run_that_still_fails_leaves_a_residue() =>
        Assert.Equal(["dossier.red-team-residual"], Codes(Judge(Run("e-1", 0.5), Run("e-2", 0.9, day: 5), Plan())));

    [Fact]
    public void A_mitigation_of_something_else_does_not_count() => Assert.Equal(["dossier.red-team-open"],
        Codes(Judge(Run("e-1", 0.9), Plan(Filter with { Text = "Against lmrc.Bullying." }))));

    [Fact]
    public void Each_probe_is_judged_alone() =>
        Assert.Equal(["dossier.red-team-open", "dossier.red-team-open"], Codes(Judge(Run("e-1", 0.9), Run("e-1", 0.5, probe: "lmrc.Bullying"))));

    [Fact]
    public void A_grade_that_its_harness_calls_failed_is_a_finding()
    {
        var graded = new Claim("acme/helper", "evaluation", Harness: "moonshot", Benchmark: "jailbreak", Metric: "grade", Value: 20, Passed: false);
        Assert.Contains("jailbreak came out at grade 20", Assert.Single(Judge(Report("e-1", graded))).Message, StringComparison.Ordinal);
    }

    private static EvidenceReport Run(string id, double rate, int day = 1, string probe = "dan.Ablation") => Report(id, new Claim("acme/helper", "red-team",
        Harness: "garak", Benchmark: probe, Metric: "mitigation.Refusal", Value: rate, Samples: 10, PerformedOn: A.Monday.AddDays(day - 30), Where: "eval", Passed: rate == 1));

    private static EvidenceReport Plan(Mitigation? mitigation = null) => Report("e-9") with { Mitigations = [mitigation ?? Filter] };

    private static EvidenceReport Report(string id, params Claim[] claims) => new(id, Sha256Digest.Of("x"u8), "garak-report", claims, []);

    private static IReadOnlyList<Finding> Judge(params EvidenceReport[] reports) => DossierJudgement.Judge(RulebookLibrary.Floor, [], reports);

    private static IEnumerable<string> Codes(IReadOnlyList<Finding> findings) => findings.Select(finding => finding.Code);
}
