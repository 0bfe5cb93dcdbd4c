using System.Text.Json.Nodes;
using Certification.Domain.Rulebooks;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks;

/// <summary>Starts from the floor, breaks one thing, and expects one error with its place.</summary>
public sealed class RulebookReaderTests
{
    [Fact]
    public void The_floor_reads() => Assert.Empty(Read(_ => { }).Errors);

    [Fact]
    public void An_unknown_member_is_refused() =>
        Refused(rulebook => rulebook["colour"] = "blue", "floor", "colour");

    [Fact]
    public void A_missing_member_is_refused() => Refused(rulebook => rulebook.Remove("duties"), "floor", "duties");

    [Fact]
    public void A_wrong_type_is_refused_with_its_path() =>
        Refused(rulebook => rulebook["evidence"]![0]!["sizeLimit"] = "large", "model-card", "wrong type");

    [Fact]
    public void A_malformed_expression_is_refused() =>
        Refused(rulebook => Rule(rulebook)["when"] = new JsonObject { ["xor"] = new JsonArray(true, true) }, "TR-FLOOR-0001", "unrecognised operator");

    [Fact]
    public void A_misspelt_path_is_refused_because_it_would_never_fire() =>
        Refused(rulebook => Rule(rulebook)["when"] = JsonNode.Parse("""{"in": ["text-generation", {"var": "capabilites"}]}"""), "TR-FLOOR-0001", "capabilites");

    [Fact]
    public void A_code_that_the_taxonomy_lacks_is_refused() =>
        Refused(rulebook => Rule(rulebook)["when"] = JsonNode.Parse("""{"in": ["text-generaton", {"var": "capabilities"}]}"""), "TR-FLOOR-0001", "text-generaton");

    [Fact]
    public void A_rule_without_a_test_where_it_does_not_hold_is_refused() =>
        Refused(rulebook => Rule(rulebook)["tests"]!.AsArray().RemoveAt(1), "TR-FLOOR-0001", "Tests are missing");

    [Fact]
    public void A_rule_that_fails_its_own_test_is_refused() =>
        Refused(rulebook => Rule(rulebook)["tests"]![0]!["data"]!["capabilities"] = new JsonArray(), "TR-FLOOR-0001", "expected True");

    [Fact]
    public void A_repeated_id_is_refused() =>
        Refused(rulebook => rulebook["tierRules"]![1]!["id"] = "TR-FLOOR-0001", "TR-FLOOR-0001", "more than once");

    [Fact]
    public void A_tier_without_a_plan_is_refused() =>
        Refused(rulebook => rulebook["reviewPlans"]!.AsArray().RemoveAt(3), "critical", "exactly one review plan");

    [Fact]
    public void A_reminder_after_the_escalation_is_refused() =>
        Refused(rulebook => rulebook["reviewPlans"]![0]!["reminderAfterDays"] = 9, "reviewPlans.Minimal", "reminder before escalation");

    [Fact]
    public void Self_declaration_above_the_lowest_tier_is_refused() =>
        Refused(rulebook => rulebook["reviewPlans"]![1]!["lane"] = "self-declaration", "reviewPlans.Limited", "lowest tier");

    [Fact]
    public void Self_declaration_without_a_share_that_is_audited_is_refused() =>
        Refused(rulebook => rulebook["reviewPlans"]![0]!["selfDeclaration"]!["auditShare"] = 0, "reviewPlans.Minimal", "share above 0");

    [Fact]
    public void An_assessed_tier_without_assessors_is_refused() =>
        Refused(rulebook => rulebook["reviewPlans"]![1]!["assessors"] = 0, "reviewPlans.Limited", "at least one assessor");

    [Fact]
    public void Opaque_among_other_formats_is_refused() =>
        Refused(rulebook => rulebook["evidence"]![0]!["formats"]!.AsArray().Add("opaque"), "model-card", "anything would do");

    private static JsonNode Rule(JsonObject rulebook) => rulebook["tierRules"]![0]!;

    private static void Refused(Action<JsonObject> breakOneThing, string where, string message)
    {
        var reading = Read(breakOneThing);
        Assert.Null(reading.Value);
        Assert.Contains(reading.Errors, error => error.Where == where && error.Message.Contains(message, StringComparison.Ordinal));
    }

    private static RulebookReading<Rulebook> Read(Action<JsonObject> change)
    {
        var rulebook = JsonNode.Parse(RulebookData.Floor)!.AsObject();
        change(rulebook);
        return RulebookReader.ReadFloor(System.Text.Encoding.UTF8.GetBytes(rulebook.ToJsonString()));
    }
}
