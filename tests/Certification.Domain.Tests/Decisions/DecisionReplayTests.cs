using Certification.Domain.Decisions;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Domain.Tests.Evidence;
using CsCheck;
using Xunit;

namespace Certification.Domain.Tests.Decisions;

public sealed class DecisionReplayTests
{
    private static readonly FormatReading[] Readings =
    [
        AReading.Run(), AReading.Run(run => run with { Status = "cancelled" }), AReading.Card(), AReading.Bom(), FormatReading.Opaque,
        FormatReading.Unknown(new("evidence.malformed", "Cut off.", "line 3")),
    ];

    private static readonly Gen<ADecidedCase> Cases =
        from capability in Code(ADecidedCase.Rulebook.Taxonomy.Capabilities)
        from sector in Code(ADecidedCase.Rulebook.Taxonomy.Sectors)
        from role in Code(ADecidedCase.Rulebook.Taxonomy.Roles)
        from access in Code(ADecidedCase.Rulebook.Taxonomy.Accesses)
        from files in Gen.Int[0, Readings.Length - 1].Select(Gen.Enum<Visibility>(), Gen.Int[-900, 3]).List[0, 6]
        select new ADecidedCase(
            Declared(capability, sector, role, access),
            [.. files.Select((file, index) => File($"e-{index}", Readings[file.Item1], file.Item2, A.Monday.AddDays(file.Item3)))]);

    [Fact]
    public void Any_decided_case_is_derived_again_as_it_was_recorded() => Cases.Sample(@case =>
    {
        var read = DomainJson.Read<DecisionRecord>(DomainJson.Bytes(@case.Record));
        var result = DecisionReplay.Replay(@case.Material with { Record = read });
        Assert.True(
            result.Outcome == ReplayOutcome.Same,
            string.Join("\n", result.Differences.Select(difference => difference.ToString()).Concat(result.Undetermined.Select(doubt => doubt.ToString()))));
        Assert.Equal(@case.Record.Digest(), read.Digest());
    }, iter: 120);

    [Fact]
    public void What_somebody_may_not_see_leaves_the_replay_undetermined_and_never_makes_it_differ() => Cases.Sample(@case =>
    {
        var view = @case.Dossier.SeenBy(@case.Submission, Visibility.Authority);
        var hidden = @case.Dossier.Evidence.Where(item => item.Visibility == Visibility.Confidential).Select(item => item.Id).ToHashSet();
        var result = DecisionReplay.Replay(@case.Material with
        {
            Dossier = new(view, view.Digest()),
            Evidence = @case.Material.Evidence.Where(file => !hidden.Contains(file.Key)).ToDictionary(),
        });
        Assert.Empty(result.Differences);
        Assert.Equal(hidden.Count == 0 ? ReplayOutcome.Same : ReplayOutcome.Undetermined, result.Outcome);
    }, iter: 60);

    [Fact]
    public void A_finding_that_the_files_do_not_give_is_named() => Finds(
        record => record with { Findings = [.. record.Findings, new("evidence.planted", Severity.Minor, "floor/1.0 §x", "e-run", null)] },
        new ReplayDifference("findings", "minor evidence.planted in e-run", "nothing"));

    [Fact]
    public void A_finding_that_was_struck_out_is_named()
    {
        var result = Replay(Case(Stale), record => record with { Findings = [.. record.Findings.Where(finding => finding.Code != "evidence.stale")] });
        Assert.Contains(result.Differences, difference => difference.Item == "findings" && difference.Recorded == "nothing" && difference.Derived.Contains("evidence.stale"));
    }

    [Fact]
    public void Another_clock_is_found_by_what_it_makes_of_the_evidence()
    {
        var result = Replay(Case(), record => record with
        {
            Evidence = [.. record.Evidence.Select(pin => pin with { Judged = pin.Judged! with { At = pin.Judged.At.AddYears(3) } })],
        });
        Assert.Contains(result.Differences, difference => difference.Item == "findings" && difference.Derived.Contains("evidence.stale"));
    }

    [Fact]
    public void One_other_byte_of_a_file_is_found()
    {
        var material = Case().Material;
        var file = material.Evidence["e-run"] with { Digest = Sha256Digest.Of("another"u8) };
        var result = DecisionReplay.Replay(material with { Evidence = new Dictionary<string, Fetched<FormatReading>>(material.Evidence) { ["e-run"] = file } });
        Assert.Equal("evidence/e-run", Assert.Single(result.Differences).Item);
    }

    [Fact]
    public void Another_rulebook_is_found_and_what_it_leads_to()
    {
        var other = ADecidedCase.Rulebook with { TierRules = [ADecidedCase.Rulebook.TierRules[0] with { Id = "TR-PLANTED", Tier = RiskTier.Critical, When = Always }] };
        var result = DecisionReplay.Replay(Case().Material with { Rulebook = new(other, other.Reference().Digest) });
        Assert.Equal(["rulebook", "tier", "tier/rules"], result.Differences.Select(difference => difference.Item).Take(3));
    }

    [Fact]
    public void A_tier_that_was_lowered_is_named() => Finds(
        record => record with { Classification = record.Classification with { Tier = RiskTier.Minimal } }, item: "tier");

    [Fact]
    public void A_certificate_over_a_barring_finding_is_named_with_the_rule()
    {
        var barred = Case(AReading.Run(run => run with { Status = "cancelled" }));
        Assert.Equal(DecisionResult.Refuse, barred.Record.Decision.Result);
        var result = Replay(barred, record => record with { Decision = record.Decision with { Result = DecisionResult.Certify } });
        Assert.Contains("decision.major-nonconformity", Assert.Single(result.Differences, difference => difference.Item == "verdict").Derived);
    }

    [Fact]
    public void A_decider_who_assessed_is_found_behind_the_pseudonym()
    {
        var result = Replay(Case(), record => record with { Decision = record.Decision with { Decider = record.Review.Conclusions[0].Assessor } });
        Assert.Contains("decision.same-person", Assert.Single(result.Differences).Derived);
    }

    [Fact]
    public void A_review_with_too_few_assessors_is_found() => Finds(
        record => record with { Review = record.Review with { Conclusions = [] } }, item: "review");

    [Fact]
    public void Other_software_is_said_and_still_compared()
    {
        var result = Replay(Case(), record => record with
        {
            Software = "0.9.0",
            Evidence = [.. record.Evidence.Select(pin => pin with { Judged = pin.Judged! with { Software = "0.9.0" } })],
        });
        Assert.Equal((ReplayOutcome.Same, false), (result.Outcome, result.Derived.IsSameSoftware));
        Assert.Equal(["0.9.0"], result.Derived.RecordedSoftware);
    }

    [Fact]
    public void A_record_names_no_person()
    {
        var text = System.Text.Encoding.UTF8.GetString(DomainJson.Bytes(Case().Record));
        Assert.All([A.Applicant, A.Assessor, A.Decider, A.Speaker(A.Acme)], person => Assert.DoesNotContain($"\"{person.Subject}\"", text));
    }

    [Fact]
    public void A_record_holds_no_bare_digest_of_a_confidential_file()
    {
        var (item, reading) = File("e-secret", AReading.Card(), Visibility.Confidential, A.Monday);
        var @case = new ADecidedCase(A.Declaration(), [(item, reading)]);
        Assert.DoesNotContain(item.Digest.Hex, System.Text.Encoding.UTF8.GetString(DomainJson.Bytes(@case.Record)));
        Assert.Equal(ReplayOutcome.Same, DecisionReplay.Replay(@case.Material).Outcome);
    }

    [Fact]
    public void A_case_of_the_lane_without_people_is_decided_again_by_the_rules_alone()
    {
        var @case = new ADecidedCase(Minimal(), [File("e-card", AReading.Card(), Visibility.Public, A.Monday)]);
        Assert.Equal(ReviewLane.SelfDeclaration, @case.Record.Decision.Lane);
        Assert.Equal((ReplayOutcome.Same, "certify"), (DecisionReplay.Replay(@case.Material).Outcome, DecisionReplay.Replay(@case.Material).Derived.Verdict));
    }

    [Fact]
    public void A_case_that_skipped_its_assessors_is_found()
    {
        var result = Replay(Case(), record => record with
        {
            Review = Review.NotBegun, Decision = record.Decision with { Lane = ReviewLane.SelfDeclaration, Decider = Actor.OfAuthority("XA") },
        });
        Assert.Contains(new ReplayDifference("lane", "SelfDeclaration", "Assessed"), result.Differences);
    }

    private static SelfDeclarationTerms Terms => ADecidedCase.Rulebook.ReviewPlanFor(RiskTier.Minimal).SelfDeclaration!;

    private static readonly FormatReading Stale = AReading.Run(run => run with { StartedAt = A.Monday.AddYears(-3), CompletedAt = A.Monday.AddYears(-3).AddHours(1) });

    private static Certification.Domain.Rulebooks.CertLogic.LogicExpression Always =>
        DomainJson.Read<Certification.Domain.Rulebooks.CertLogic.LogicExpression>("true"u8);

    private static ADecidedCase Case(FormatReading? run = null) => new(
        A.Declaration() with { Context = A.Declaration().Context with { Sector = "employment" } },
        [File("e-run", run ?? AReading.Run(), Visibility.Public, A.Monday), File("e-card", AReading.Card(), Visibility.Authority, A.Monday)]);

    private static void Finds(Func<DecisionRecord, DecisionRecord> plant, ReplayDifference difference) =>
        Assert.Equal([difference], Replay(Case(), plant).Differences);

    private static void Finds(Func<DecisionRecord, DecisionRecord> plant, string item) =>
        Assert.Contains(Replay(Case(), plant).Differences, difference => difference.Item == item);

    private static ReplayResult Replay(ADecidedCase @case, Func<DecisionRecord, DecisionRecord> plant) =>
        DecisionReplay.Replay(@case.Material with { Record = plant(@case.Record) });

    private static (EvidenceItem, FormatReading) File(string id, FormatReading reading, Visibility visibility, DateTimeOffset sealedAt) => (
        AReading.Item(reading) with
        {
            Id = id, FileName = $"{id}.bin", Digest = Sha256Digest.Of(System.Text.Encoding.UTF8.GetBytes(id)), Visibility = visibility, SealedAt = sealedAt,
            Salt = "00112233445566778899aabbccddeeff",
        },
        reading);

    private static Declaration Minimal()
    {
        var declaration = Declared("classification", "office-productivity", "none", "closed");
        return declaration with
        {
            Context = declaration.Context with { Affected = ["operators"], Scale = "hundreds", Environment = "contained" },
        };
    }

    private static Gen<string> Code(IReadOnlyList<Term> terms) => Gen.Int[0, terms.Count - 1].Select(index => terms[index].Code);

    private static Declaration Declared(string capability, string sector, string role, string access)
    {
        var declaration = A.Declaration();
        return declaration with
        {
            Capabilities = [capability],
            Context = declaration.Context with { Sector = sector, Role = role, Access = access },
            Statement = new(Terms.Statement, "acme", "Ada, director", DateOnly.FromDateTime(A.Monday.UtcDateTime)),
        };
    }
}
