using System.Text.Json;
using Certification.Cli.Terminal;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Cli.Rules;

/// <summary>What testing a file of rules gave.</summary>
/// <param name="Kind"><c>rulebook</c>, <c>additions</c>, <c>rule</c> or <c>suite</c>.</param>
/// <param name="Errors">Why the document as a whole is refused; a loosening of the floor is one.</param>
public sealed record RulesOutcome(string File, string Kind, IReadOnlyList<string> Errors, IReadOnlyList<LogicTestResult> Results)
{
    /// <summary>True when nothing failed. A file in which nothing was tested has not passed.</summary>
    public bool Passed => Errors.Count == 0 && Results.Count > 0 && Results.All(result => result.Passed is not false);
}

/// <summary>Recognises and tests a document of rules.</summary>
public static class RulesDocument
{
    private const long SizeLimit = 16 << 20;

    /// <summary>Tests one file.</summary>
    public static RulesOutcome Test(string path)
    {
        var bytes = InputFile.Read(path, SizeLimit);
        var document = InputFile.ReadJson(path, SizeLimit);
        if (LogicSuite.IsSuite(document)) return new RulesOutcome(path, "suite", [], LogicSuite.Run(document));
        if (NationalRule.Is(document)) return NationalRule.Test(path, document);
        if (Has(document, "floorVersion")) return TestAdditions(path, bytes);
        if (Has(document, "tierRules")) return Outcome(path, "rulebook", RulebookReader.ReadFloor(bytes));
        throw new ProblemException(
            new Problem(
                "This is neither a rulebook, nor additions to one, nor a rule with its tests, nor a CertLogic test suite.", path,
                "Give a file with 'tierRules', 'floorVersion', 'Logic' or 'cases'.", "rules.unknown-document"),
            ExitCode.No);
    }

    private static RulesOutcome TestAdditions(string path, byte[] bytes)
    {
        var additions = RulebookReader.ReadAdditions(bytes);
        return additions.Value is { } value
            ? Outcome(path, "additions", RulebookAdoption.Adopt(RulebookLibrary.Floor, value))
            : new RulesOutcome(path, "additions", [.. additions.Errors.Select(error => error.ToString())], []);
    }

    private static RulesOutcome Outcome(string path, string kind, RulebookReading<Rulebook> reading) => new(
        path, kind, [.. reading.Errors.Select(error => error.ToString())],
        reading.Value is { } rulebook ? RuleTests.RunAll(rulebook) : []);

    private static bool Has(JsonElement document, string member) =>
        document.ValueKind == JsonValueKind.Object && document.TryGetProperty(member, out _);
}
