using System.Text.Json.Nodes;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using CsCheck;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks;

/// <summary>The one promise on which mutual recognition rests: whatever additions are adopted, nothing becomes laxer.</summary>
public sealed class FloorAlgebraTests
{
    private static readonly Rulebook Floor = RulebookLibrary.Floor;

    /// <summary>What may be set freely, since no verdict hangs on it.</summary>
    private static readonly string[] Free = ["effortHours", "description", "howToMeet"];

    private static readonly List<FloorChange> Tightened = [.. FloorEntries.Changes.Where(change => change.IsAdopted)];

    [Fact]
    public void No_value_of_the_floor_can_be_moved_both_ways()
    {
        var accepted = Tightened.Select(change => change.Name).ToHashSet();
        var both = accepted.Where(name => name.EndsWith(" raised", StringComparison.Ordinal)
                && accepted.Contains(name.Replace(" raised", " lowered", StringComparison.Ordinal)))
            .Concat(accepted.Where(name => name.EndsWith(" reworded", StringComparison.Ordinal)))
            .Where(name => !Free.Contains(name.Split(' ')[1]));
        Assert.Equal([], both.Order());
    }

    [Fact]
    public void The_changes_reach_every_list_and_both_answers()
    {
        var answers = FloorEntries.Changes.ToLookup(change => change.List, change => change.IsAdopted);
        Assert.Equal(FloorEntries.Lists.Order(), answers.Select(list => list.Key).Order());
        // Of a rule only words are changed here; its expression and tier have tests of their own.
        Assert.All(answers.Where(list => list.Key is not ("tierRules" or "barredUses")), list => Assert.Contains(false, list));
        Assert.All(["evidence", "duties", "reviewPlans", "certificatePlans", "deadlines"], list => Assert.Contains(true, answers[list]));
    }

    [Fact]
    public void A_loosening_is_refused_with_its_entry_named() => Assert.All(
        FloorEntries.Changes.Where(change => !change.IsAdopted),
        change => Assert.All(change.Adoption.Errors, error => Assert.NotEqual("", error.Pointer + error.Where)));

    [Fact]
    public void No_verdict_under_accepted_additions_is_laxer_than_under_the_floor() =>
        Gen.Select(Additions, Declarations).Sample((rulebook, declaration) => NeverLaxer(rulebook, declaration), iter: 300);

    private static Gen<Rulebook> Additions => Gen.Int[0, Tightened.Count - 1].Array[1, 12].Select(picks =>
    {
        var additions = FloorEntries.Empty();
        foreach (var change in picks.Distinct().Select(pick => Tightened[pick]).DistinctBy(pick => $"{pick.List}{NameOf(pick.Entry)}"))
            FloorEntries.Put(additions, change.List, change.Entry);
        var adoption = FloorEntries.Adopt(additions);
        return adoption.Value ?? throw new InvalidOperationException(string.Join("; ", adoption.Errors));
    });

    private static Gen<Declaration> Declarations
    {
        get
        {
            var taxonomy = Floor.Taxonomy;
            var context = Gen.Select(One(taxonomy.Sectors), One(taxonomy.Roles), Some(taxonomy.Affected), One(taxonomy.Scales),
                Gen.Select(One(taxonomy.Reversibilities), One(taxonomy.Accesses), One(taxonomy.Incentives), One(taxonomy.Environments)));
            return Gen.Select(Some(taxonomy.Capabilities), context, (capabilities, at) => A.Declaration() with
            {
                Capabilities = capabilities,
                Context = A.Declaration().Context with
                {
                    Sector = at.Item1, Role = at.Item2, Affected = at.Item3, Scale = at.Item4, Reversibility = at.Item5.Item1,
                    Access = at.Item5.Item2, Incentive = at.Item5.Item3, Environment = at.Item5.Item4,
                },
            });
        }
    }

    private static void NeverLaxer(Rulebook rulebook, Declaration declaration)
    {
        var (least, tier) = (TierClassifier.Classify(Floor, declaration).Tier, TierClassifier.Classify(rulebook, declaration).Tier);
        Assert.True(tier >= least);
        var required = EvidencePlan.For(rulebook, tier, declaration).ToDictionary(one => one.Kind.Code);
        foreach (var floor in EvidencePlan.For(Floor, least, declaration))
        {
            var own = required[floor.Kind.Code];
            Assert.True(own.Demand.Independence >= floor.Demand.Independence && own.Demand.MaxAgeDays <= floor.Demand.MaxAgeDays);
            Assert.True(own.Kind.SizeLimit <= floor.Kind.SizeLimit && !own.Kind.Formats.Except(floor.Kind.Formats).Any());
            Assert.True((own.Demand.Protocol?.MinimumSamples ?? 0) >= (floor.Demand.Protocol?.MinimumSamples ?? 0));
            Assert.True((own.Demand.Protocol?.MinimumCoverage ?? 0) >= (floor.Demand.Protocol?.MinimumCoverage ?? 0));
        }

        Assert.Empty(Floor.DutiesFor(least).Select(duty => duty.Code).Except(rulebook.DutiesFor(tier).Select(duty => duty.Code)));
        Assert.True(rulebook.ReviewPlanFor(tier).Assessors >= Floor.ReviewPlanFor(least).Assessors);
        Assert.True(rulebook.Deadlines.MissingEvidenceDays <= Floor.Deadlines.MissingEvidenceDays
            && rulebook.Deadlines.MoreEvidenceDays <= Floor.Deadlines.MoreEvidenceDays);
        var (plan, floorPlan) = (rulebook.CertificatePlanFor(tier), Floor.CertificatePlanFor(tier));
        Assert.True(plan.ValidityDays <= floorPlan.ValidityDays && plan.SurveillanceIntervalDays <= floorPlan.SurveillanceIntervalDays);
        Assert.Empty(floorPlan.Conditions.Except(plan.Conditions));
        var gaps = GapAnalysis.Gaps(rulebook, tier, declaration, [], [], A.Monday).Select(gap => (gap.Code, gap.Requirement));
        Assert.Empty(GapAnalysis.Gaps(Floor, least, declaration, [], [], A.Monday).Select(gap => (gap.Code, gap.Requirement)).Except(gaps));
    }

    [Fact]
    public void A_national_word_does_not_slip_past_the_rules_of_the_floor() => Declarations.Sample(declaration =>
    {
        var (merged, plain) = (Merged(broader: declaration.Context.Sector).Value!, TierClassifier.Classify(Floor, declaration).Tier);
        var national = declaration with { Context = declaration.Context with { Sector = "national-word" } };
        Assert.True(TierClassifier.Classify(merged, national).Tier >= plain);
    }, iter: 50);

    [Fact]
    public void A_national_word_without_a_wider_one_is_refused() =>
        Assert.Contains(Merged(broader: null).Errors, error => error.Where == "national-word" && error.Pointer == "/taxonomy/sectors/0");

    [Fact]
    public void A_code_in_another_case_is_refused() => Refused("Model-card", additions =>
    {
        var kind = JsonNode.Parse(RulebookData.Floor)!["evidence"]!.AsArray().First(kind => (string?)kind!["code"] == "model-card")!.DeepClone();
        kind["code"] = "Model-card";
        FloorEntries.Put(additions, "evidence", kind);
    });

    [Fact]
    public void An_id_of_the_floor_s_series_is_refused() => Refused("TR-FLOOR-0999", additions =>
    {
        var rule = JsonNode.Parse(RulebookData.Floor)!["tierRules"]![0]!.DeepClone();
        rule["id"] = "TR-FLOOR-0999";
        FloorEntries.Put(additions, "tierRules", rule);
    });

    [Fact]
    public void A_floor_of_an_earlier_major_version_is_not_recognised() => Refused(
        "recognition", additions => additions["recognition"]!["issuers"]![0]!["floorVersions"] = new JsonArray("0.9.0"));

    [Fact]
    public void An_issuer_is_named_once() => Refused("recognition", additions =>
        additions["recognition"]!["issuers"]!.AsArray().Add(additions["recognition"]!["issuers"]![0]!.DeepClone()));

    [Fact]
    public void A_misspelt_sector_is_not_left_out_in_silence() => Refused(
        "recognition", additions => additions["recognition"]!["sectorsNotRecognised"] = new JsonArray("law-enforcment"));

    private static RulebookReading<Rulebook> Merged(string? broader)
    {
        var additions = FloorEntries.Empty();
        var term = new JsonObject { ["code"] = "national-word", ["label"] = "A word of our own" };
        if (broader is not null) term["broader"] = broader;
        FloorEntries.Put(additions, "taxonomy.sectors", term);
        return FloorEntries.Adopt(additions);
    }

    private static void Refused(string where, Action<JsonObject> loosen)
    {
        var additions = FloorEntries.Empty();
        loosen(additions);
        Assert.Contains(FloorEntries.Adopt(additions).Errors, error => error.Where == where);
    }

    private static string? NameOf(JsonNode entry) => entry is JsonObject node
        ? (string?)(node["id"] ?? node["code"] ?? node["tier"]) : null;

    private static Gen<string> One(IReadOnlyList<Term> terms) => Gen.Int[0, terms.Count - 1].Select(index => terms[index].Code);

    private static Gen<IReadOnlyList<string>> Some(IReadOnlyList<Term> terms) =>
        One(terms).Array[0, 4].Select(codes => (IReadOnlyList<string>)[.. codes.Distinct()]);
}
