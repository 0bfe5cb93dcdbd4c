using System.Text.Json;
using Certification.Domain.Rulebooks.CertLogic;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks.CertLogic;

public sealed class LogicSuiteTests
{
    private const string Suite = """
        {"name": "s", "cases": [
          {"name": "c", "certLogicExpression": {"!": [{"var": "x"}]}, "assertions": [{"data": {"x": 1}, "expected": false}]},
          {"certLogicExpression": 1.5, "issues": [{"expr": 1.5, "message": "1.5 is a non-integer number"}]}]}
        """;

    [Fact]
    public void A_suite_gives_one_result_for_each_assertion() =>
        Assert.Equal([true, true], LogicSuite.Run(Json(Suite)).Select(result => result.Passed));

    [Fact]
    public void A_wrong_expectation_shows_both_values() => Assert.Equal("expected true, got false",
        LogicSuite.Run(Json(Suite.Replace("\"expected\": false", "\"expected\": true")))[0].Detail);

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"cases": 1}""")]
    [InlineData("""{"cases": [1]}""")]
    [InlineData("""{"cases": [{"assertions": [{"data": 1}]}]}""")]
    [InlineData("""{"cases": [{"issues": [{"message": "m"}]}]}""")]
    public void What_lacks_a_part_of_a_suite_is_none(string document) => Assert.False(LogicSuite.IsSuite(Json(document)));

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
