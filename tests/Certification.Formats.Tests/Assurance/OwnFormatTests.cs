using System.Text.Json.Nodes;
using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;
using Certification.Formats.Assurance;
using Xunit;

namespace Certification.Formats.Tests.Assurance;

public sealed class OwnFormatTests
{
    [Theory]
    [InlineData("human-oversight")]
    [InlineData("oversight-drills")]
    [InlineData("incident-response")]
    [InlineData("safeguards")]
    [InlineData("log-sufficiency")]
    public async Task The_examples_are_read_without_fault(string format)
    {
        var reading = await Reading.Of(OwnSamples.Example(format));
        Assert.Equal(format, reading.Format);
        Assert.Empty(reading.Faults);
        Assert.True(reading.Version!.IsKnown);
        Assert.All(reading.Claims, claim => Assert.Equal("Qwen/Qwen2.5-7B-Instruct", claim.Subject));
        Assert.Contains(format, EvidenceFormats.All);
    }

    [Fact]
    public async Task Drills_are_read_as_counts_and_claimed_as_shares_of_them()
    {
        var reading = await Reading.Of(OwnSamples.Example("oversight-drills"));
        var drills = Assert.IsType<OversightDrills>(reading.Assurance).Drills;
        Assert.Equal([95.0, 180.0], drills[0].SecondsToStop);
        Assert.Equal(["recruiter 1", "recruiter 2"], drills[0].Participants);
        Assert.Equal("/drills/2", drills[2].Where);
        var caught = reading.Claims.Single(claim => claim.Metric == "seeded errors caught");
        Assert.Equal((36L, 32.0 / 36), (caught.Samples!.Value, caught.Value!.Value));
    }

    [Fact]
    public async Task A_finding_keeps_its_mitigation_and_its_retest()
    {
        var reading = await Reading.Of(OwnSamples.RedTeam);
        var report = Assert.IsType<RedTeamFindings>(reading.Assurance);
        Assert.Equal((40L, 0L), (report.All[0].Retest!.Attempts!.Value, report.All[0].Retest!.Successes!.Value));
        Assert.Null(report.All[1].Retest);
        Assert.Single(reading.Mitigations!);
    }

    [Fact]
    public async Task An_unknown_version_is_read_as_far_as_it_looks_alike_and_said_to_be_unknown()
    {
        var reading = await Reading.Of(OwnSamples.Acceptance.Replace("acceptance/1", "acceptance/7"));
        Assert.False(reading.Version!.IsKnown);
        Assert.Equal("acme", Assert.IsType<DutyAcceptance>(reading.Assurance).Party);
    }

    [Fact]
    public async Task A_value_of_the_wrong_type_is_a_fault_with_its_place()
    {
        var reading = await Reading.Of(OwnSamples.RedTeam.Replace("\"attempts\": 800", "\"attempts\": \"many\""));
        Assert.Equal(("evidence.wrong-type", "/attempts"), Assert.Single(reading.Faults) is var fault ? (fault.Code, fault.Where) : default);
    }

    [Fact]
    public async Task A_tag_at_the_end_is_found_too()
    {
        var document = JsonNode.Parse(OwnSamples.Acceptance)!.AsObject();
        var tag = document["format"]!.DeepClone();
        document.Remove("format");
        document["format"] = tag;
        Assert.Equal("accountability-acceptance", (await Reading.Of(document.ToJsonString())).Format);
    }

    [Fact]
    public async Task A_file_without_the_tag_is_of_no_format() =>
        Assert.Equal("unknown", (await Reading.Of(OwnSamples.RedTeam.Replace("certification/", "somebody/"))).Format);

    [Fact]
    public async Task Two_tags_make_it_neither() => Assert.Contains(
        (await Reading.Of(OwnSamples.RedTeam.Replace("\"attempts\": 800,", "\"attempts\": 800, \"format\": \"certification/safeguards/1\","))).Faults,
        fault => fault.Code == "evidence.duplicate-key");

    [Fact]
    public void Every_format_has_a_schema_and_a_code_that_rulebooks_may_accept()
    {
        Assert.Empty(OwnFormats.All.Except(EvidenceFormats.All));
        Assert.All(OwnFormats.All, format => Assert.Equal($"certification/{format}/1", (string?)OwnFormats.Schema(format)!["properties"]!["format"]!["const"]));
        Assert.Null(OwnFormats.Schema("inspect-log"));
    }

    [Fact]
    public void A_schema_says_what_is_read_and_of_what_type()
    {
        var drill = OwnFormats.Schema("oversight-drills")!["properties"]!["drills"]!["items"]!["properties"]!;
        Assert.Equal("integer", (string?)drill["seeded"]!["type"]);
        Assert.Equal("number", (string?)drill["secondsToStop"]!["items"]!["type"]);
    }

    [Fact]
    public void The_examples_have_no_member_that_the_schema_does_not_name()
    {
        foreach (var text in OwnSamples.All)
        {
            var document = JsonNode.Parse(text)!;
            var format = ((string)document["format"]!).Split('/')[1];
            Assert.Empty(Unknown(document, OwnFormats.Schema(format)!, format));
        }
    }

    private static IEnumerable<string> Unknown(JsonNode? value, JsonNode schema, string where) => value switch
    {
        JsonObject members => members.SelectMany(member => schema["properties"]?[member.Key] is { } inner
            ? Unknown(member.Value, inner, $"{where}/{member.Key}")
            : [$"{where}/{member.Key}"]),
        JsonArray items => items.SelectMany(item => Unknown(item, schema["items"]!, where)),
        _ => [],
    };
}
