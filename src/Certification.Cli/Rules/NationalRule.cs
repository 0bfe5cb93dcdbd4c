using System.Text.Json;
using Certification.Cli.Terminal;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Cli.Rules;

/// <summary>A single rule in the envelope of the EU DCC gateway: <c>Identifier</c> and <c>Logic</c> in one file, and its tests
/// (<c>payload</c>, <c>external</c>, <c>expected</c>) in the folder <c>tests</c> beside it.</summary>
internal static class NationalRule
{
    private const long SizeLimit = 1 << 20;

    /// <summary>Whether a document is such a rule.</summary>
    public static bool Is(JsonElement document) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty("Logic", out _) && document.TryGetProperty("Identifier", out _);

    /// <summary>Validates the expression and runs every test beside the file, in the order of their names.</summary>
    public static RulesOutcome Test(string path, JsonElement rule)
    {
        var logic = rule.GetProperty("Logic");
        var issues = LogicValidator.Validate(logic).Select(issue => issue.Message).ToList();
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "tests");
        string[] tests = Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];
        if (tests.Length == 0) issues.Add($"It brings no tests along; they are looked for in {folder}.");
        return new RulesOutcome(path, "rule", issues, [.. tests.Select(file => Run(file, logic))]);
    }

    private static LogicTestResult Run(string file, JsonElement logic)
    {
        var test = InputFile.ReadJson(file, SizeLimit);
        var name = Path.GetFileName(file);
        return test.ValueKind == JsonValueKind.Object && test.TryGetProperty("expected", out var expected)
            ? LogicSuite.Assertion(name, logic, test, expected)
            : new LogicTestResult(name, false, "It says nothing of what is expected.");
    }
}
