using System.Diagnostics;
using System.Text.Json;
using Certification.Bench.Harness;
using Certification.Domain.Rulebooks;
using Certification.Domain.Rulebooks.CertLogic;
using Certification.Testing;

namespace Certification.Bench.Rules;

/// <summary>Our evaluator against json-logic-js, the reference of JsonLogic, on Node: the same rules over the same data, both
/// read beforehand, both sides checked to give the same answers and warmed up. What counts is processor time, so that work beside
/// it disturbs neither. Target: at least 5 times as fast.</summary>
internal sealed class RuleEvaluationSpeed : IBenchmark
{
    // Enough for both compilers to have optimised what is hot, on a machine that does other work as well.
    private const int WarmUpEvaluations = 300_000;
    private const int RoundEvaluations = 100_000;

    /// <inheritdoc/>
    public string Name => "rules evaluated";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        var results = new List<BenchResult> { await Compare("rules evaluated: tier rules", TierRules()) };
        if (SharedData.IsThere) results.Add(await Compare("rules evaluated: national rules of the DCC", NationalRules()));
        return results;
    }

    private static async Task<BenchResult> Compare(string name, List<RuleCase> cases)
    {
        await using var reference = await ReferenceEvaluator.Start(cases, WarmUpEvaluations, RoundEvaluations);
        var wrong = cases.Where(one => LogicEvaluator.Holds(one.Rule, one.Data) != one.Expected).Select(one => one.Name).ToList();
        if (wrong.Count > 0) throw new InvalidOperationException($"Our evaluator differs on {string.Join(", ", wrong)}.");
        Evaluate(cases, WarmUpEvaluations);
        return await new Comparison(name, "json-logic-js on Node", "rules/s", 5, Direction.AtLeast).Run(
            reference.Measure, () => Task.FromResult(Measure(cases)));
    }

    private static double Measure(List<RuleCase> cases)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var evaluated = Evaluate(cases, RoundEvaluations);
        process.Refresh();
        return evaluated / (process.TotalProcessorTime - before).TotalSeconds;
    }

    private static int Evaluate(List<RuleCase> cases, int least)
    {
        var (evaluated, held) = (0, 0);
        for (; evaluated < least; evaluated += cases.Count)
        {
            foreach (var one in cases)
            {
                if (LogicEvaluator.Holds(one.Rule, one.Data)) held++;
            }
        }

        return held > 0 ? evaluated : throw new InvalidOperationException("No rule held.");
    }

    private static List<RuleCase> TierRules() =>
    [
        .. from authority in new[] { "XA", "XB" }
           from rule in RulebookLibrary.InForceAt(authority).TierRules
           from test in rule.Tests
           select new RuleCase($"{rule.Id}: {test.Name}", rule.When, test.Data, LogicData.From(test.Data), test.Expected),
    ];

    private static List<RuleCase> NationalRules() =>
    [
        .. Directory.GetFiles(SharedData.Path("dcc-rules"), "test*.json", SearchOption.AllDirectories).Order().Select(file =>
        {
            var rule = Json(Path.Combine(Path.GetDirectoryName(file)!, "..", "rule.json")).GetProperty("Logic");
            var test = Json(file);
            return new RuleCase(file, LogicExpression.From(rule), test, LogicData.From(test), test.GetProperty("expected").GetBoolean());
        }),
    ];

    private static JsonElement Json(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllBytes(file));
}

/// <summary>One rule over one set of data.</summary>
internal sealed record RuleCase(string Name, LogicExpression Rule, JsonElement Json, LogicData Data, bool Expected);
