using System.Text.Json;
using Certification.Domain.Rulebooks.CertLogic;
using Certification.Testing;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks.CertLogic;

/// <summary>The public conformance suite and the national rules of the EU DCC, which many engines are measured by.</summary>
public sealed class LogicConformanceTests
{
    [Theory]
    [InlineData("testSuite")]
    [InlineData("validation-testSuite")]
    public void Every_assertion_of_the_conformance_suite_holds(string folder)
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        var results = Directory.GetFiles(SharedData.Path("certlogic", folder), "*.json")
            .SelectMany(file => LogicSuite.Run(Json(file))).ToList();
        Assert.NotEmpty(results);
        Assert.DoesNotContain(results, result => result.Passed == false);
    }

    [Fact]
    public void The_suite_skips_nothing_but_the_file_that_asks_for_it()
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        var results = Directory.GetFiles(SharedData.Path("certlogic", "testSuite"), "*.json")
            .SelectMany(file => LogicSuite.Run(Json(file))).ToList();
        Assert.Equal((184, 10), (results.Count(result => result.Passed == true), results.Count(result => result.Passed is null)));
    }

    [Fact]
    public void National_rules_give_what_their_own_tests_expect()
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        var tests = Directory.GetFiles(SharedData.Path("dcc-rules"), "test*.json", SearchOption.AllDirectories);
        Assert.Equal(150, tests.Length);
        Assert.All(tests, file =>
        {
            var rule = LogicExpression.From(Json(Path.Combine(Path.GetDirectoryName(file)!, "..", "rule.json")).GetProperty("Logic"));
            var test = Json(file);
            Assert.Equal(test.GetProperty("expected").GetBoolean(), LogicEvaluator.Holds(rule, LogicData.From(test)));
        });
    }

    private static JsonElement Json(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
}
