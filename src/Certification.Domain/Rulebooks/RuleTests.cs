using System.Text.Json;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Domain.Rulebooks;

/// <summary>Runs the tests that rules bring along; <c>certify rules test</c> and the reading of a rulebook both do.</summary>
public static class RuleTests
{
    /// <summary>Every test of every rule of a rulebook.</summary>
    public static IReadOnlyList<LogicTestResult> RunAll(Rulebook rulebook) =>
    [
        .. rulebook.TierRules.SelectMany(rule => Run(rule.Id, rule.When, rule.Tests)),
        .. (rulebook.Recognition?.Conditions ?? []).SelectMany(condition => Run(condition.Id, condition.When, condition.Tests)),
    ];

    internal static IEnumerable<LogicTestResult> Run(string id, LogicExpression when, IReadOnlyList<RuleTest> tests) =>
        tests.Select(test => Run($"{id}: {test.Name}", when, test.Data, test.Expected));

    private static LogicTestResult Run(string name, LogicExpression when, JsonElement data, bool expected)
    {
        try
        {
            return LogicEvaluator.Holds(when, LogicData.From(data)) == expected
                ? new(name, true)
                : new(name, false, $"expected {expected}, got {!expected}");
        }
        catch (LogicException failure)
        {
            return new(name, false, failure.Message);
        }
    }
}
