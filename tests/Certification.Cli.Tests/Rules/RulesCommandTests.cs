using System.Text.Json;
using Certification.Testing;

namespace Certification.Cli.Tests.Rules;

/// <summary><c>certify rules test</c> on the project's own rulebooks, on broken copies, and on the shared conformance suite.</summary>
public sealed class RulesCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-rules-").FullName;

    private static string Own(string name) => RepositoryRoot.File("src", "Certification.Domain", "Rulebooks", "Data", name);

    [Theory]
    [InlineData("floor-1.0.0.json")]
    [InlineData("xa-1.0.0.json")]
    [InlineData("xb-1.0.0.json")]
    [InlineData("xc-1.0.0.json")]
    public async Task The_rulebooks_of_this_repository_pass_their_own_tests(string name)
    {
        var run = await CertifyRun.Of("rules", "test", Own(name));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(" 0 failed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_fails_its_own_test_exits_1_and_is_named()
    {
        var text = await File.ReadAllTextAsync(Own("xa-1.0.0.json"), TestContext.Current.CancellationToken);
        var broken = Path.Combine(_folder, "xa.json");
        await File.WriteAllTextAsync(
            broken, text.Replace("[\"tool-use\", {", "[\"translation\", {", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        var run = await CertifyRun.Of("rules", "test", broken);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("TR-XA-0001", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_lists_every_result_of_every_file()
    {
        var run = await CertifyRun.Of("rules", "test", Own("floor-1.0.0.json"), Own("xb-1.0.0.json"), "--json");

        var files = JsonSerializer.Deserialize<JsonElement>(run.Output).GetProperty("files");
        Assert.Equal(2, files.GetArrayLength());
        Assert.All(files.EnumerateArray(), file => Assert.NotEqual(0, file.GetProperty("results").GetArrayLength()));
    }

    [Fact]
    public async Task A_file_that_holds_no_rules_exits_1()
    {
        var run = await CertifyRun.Of("rules", "test", RepositoryRoot.File("global.json"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("rules.unknown-document", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_conformance_suite_of_the_rules_language_passes()
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);

        var suites = Directory.GetFiles(SharedData.Path("certlogic", "testSuite"), "*.json");
        var run = await CertifyRun.Of(["rules", "test", .. suites]);

        Assert.True(run.ExitCode == 0, run.Output);
    }

    [Fact]
    public async Task National_rules_pass_the_tests_beside_them()
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);

        var rules = Directory.GetFiles(SharedData.Path("dcc-rules"), "rule.json", SearchOption.AllDirectories);
        var run = await CertifyRun.Of(["rules", "test", .. rules, "--json"]);

        Assert.True(run.ExitCode == 0, run.Output);
        var files = JsonSerializer.Deserialize<JsonElement>(run.Output).GetProperty("files");
        Assert.Equal((20, 150), (files.GetArrayLength(), files.EnumerateArray().Sum(file => file.GetProperty("results").GetArrayLength())));
    }

    [Fact]
    public async Task A_single_rule_that_fails_a_test_beside_it_exits_1_and_names_the_test()
    {
        await WriteRule("""{ "name": "of age", "payload": { "age": 18 }, "expected": false }""");

        var run = await CertifyRun.Of("rules", "test", Path.Combine(_folder, "rule.json"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("test-1.json: expected false, got true", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_rule_without_tests_has_not_passed()
    {
        await WriteRule(test: null);

        var run = await CertifyRun.Of("rules", "test", Path.Combine(_folder, "rule.json"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("brings no tests along", run.Output, StringComparison.Ordinal);
    }

    private async Task WriteRule(string? test)
    {
        var cancellation = TestContext.Current.CancellationToken;
        const string Rule = """{ "Identifier": "GR-XA-0001", "Logic": { ">=": [{ "var": "payload.age" }, 18] } }""";
        await File.WriteAllTextAsync(Path.Combine(_folder, "rule.json"), Rule, cancellation);
        var folder = Directory.CreateDirectory(Path.Combine(_folder, "tests")).FullName;
        if (test is not null) await File.WriteAllTextAsync(Path.Combine(folder, "test-1.json"), test, cancellation);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
