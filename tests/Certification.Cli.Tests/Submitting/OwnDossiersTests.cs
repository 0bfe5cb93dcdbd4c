using Certification.Cli.Submitting;
using Certification.Domain;
using Certification.Domain.Accountability;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Formats;
using Certification.Testing;
using Xunit;

namespace Certification.Cli.Tests.Submitting;

/// <summary>The dossiers of tests/dossiers keep their promises: who changes a rulebook sees here whether the journey still works.</summary>
public sealed class OwnDossiersTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2030, 5, 20, 12, 0, 0, TimeSpan.Zero);
    private static readonly Rulebook Xa = RulebookLibrary.InForceAt("XA");

    private readonly string _scratch = Directory.CreateTempSubdirectory("dossiers-").FullName;

    public void Dispose() => Directory.Delete(_scratch, recursive: true);

    [Theory]
    [InlineData("example", RiskTier.High)]
    [InlineData("limited", RiskTier.Limited)]
    [InlineData("low", RiskTier.Minimal)]
    public async Task A_dossier_is_complete_and_its_evidence_holds(string name, RiskTier tier)
    {
        var dossier = Read(name);
        Assert.Empty(DeclarationValidation.Validate(dossier.Declaration));
        Assert.Equal(tier, TierClassifier.Classify(Xa, dossier.Declaration).Tier);
        var items = Items(dossier.Items);
        Assert.Empty(GapAnalysis.Gaps(Xa, tier, dossier.Declaration, items, Accepted(dossier.Declaration), At));
        Assert.All(await Findings(dossier, tier), finding => Assert.Equal(Severity.Observation, finding.Severity));
    }

    [Fact]
    public void What_is_left_out_at_first_is_the_one_gap()
    {
        var dossier = Read("example");
        var gap = Assert.Single(GapAnalysis.Gaps(Xa, RiskTier.High, dossier.Declaration, Items([.. dossier.Items.Where(item => !item.FirstLeftOut)]), Accepted(dossier.Declaration), At));
        Assert.Equal(("gap.evidence-missing", "incident-response-plan"), (gap.Code, gap.Requirement));
    }

    [Fact]
    public void One_file_of_the_example_is_larger_than_200_MB() =>
        Assert.Contains(Read("example").Items, item => item.Size > 200_000_000);

    [Fact]
    public async Task Real_samples_do_not_support_the_claim_and_validation_says_why()
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        var dossier = Read("real-samples");
        var tier = TierClassifier.Classify(Xa, dossier.Declaration).Tier;
        Assert.Empty(GapAnalysis.Gaps(Xa, tier, dossier.Declaration, Items(dossier.Items), Accepted(dossier.Declaration), At));
        var major = (await Findings(dossier, tier)).Where(finding => finding.Severity == Severity.Major).Select(finding => finding.Code).ToHashSet();
        Assert.ProperSuperset(new HashSet<string> { "evidence.run-cancelled", "evidence.coverage-too-low", "evidence.subject-mismatch" }, major);
    }

    private static IReadOnlyList<PartyAnswer> Accepted(Declaration declaration) =>
        [.. declaration.Parties.Select(party => new PartyAnswer(
            party.Id, PartyAnswerKind.Accepted, DutyTerms.OfAll(declaration, party), new Actor("urn:test", "somebody", party.Name, "party"), At))];

    private DossierFolder Read(string name) =>
        DossierFolder.Read(RepositoryRoot.File("tests", "dossiers", name), _scratch, DateOnly.FromDateTime(At.Date));

    private static IReadOnlyList<EvidenceItem> Items(IReadOnlyList<DossierItem> items) =>
    [
        .. items.Select((item, index) => new EvidenceItem($"e-{index + 1}", item.Kind, item.FileName, item.Size,
            Sha256Digest.Of(System.Text.Encoding.UTF8.GetBytes(item.FileName)), item.Visibility, item.PerformedBy, item.Independence, At)),
    ];

    private static async Task<IReadOnlyList<Finding>> Findings(DossierFolder dossier, RiskTier tier)
    {
        var items = Items(dossier.Items);
        var reports = new List<EvidenceReport>();
        foreach (var (item, file) in items.Zip(dossier.Items))
        {
            await using var content = File.OpenRead(file.Path);
            var reading = await EvidenceReader.ReadAsync(content, Xa.FindEvidence(item.Kind)!.Formats, TestContext.Current.CancellationToken);
            reports.Add(EvidenceJudgement.Judge(Xa, tier, dossier.Declaration, item, reading, At));
        }

        return [.. reports.SelectMany(report => report.Findings), .. DossierJudgement.Judge(Xa, items, reports)];
    }
}
