using System.Text.Json;

namespace Certification.Domain.Rulebooks.CertLogic;

/// <summary>Outcome of one assertion of a suite, or of one test that a rule brought along.</summary>
/// <param name="Name">Suite or rule, case and message: enough to find the assertion.</param>
/// <param name="Passed">True, false, or null when the suite's own directive skips it.</param>
/// <param name="Detail">Expected and actual value; null when passed.</param>
public sealed record LogicTestResult(string Name, bool? Passed, string? Detail = null);

/// <summary>Runs files in the format of the CertLogic conformance suite (<c>CertLogic-testSuite.json</c> and
/// <c>CertLogic-validation-testSuite.json</c>).</summary>
public static class LogicSuite
{
    /// <summary>Whether a JSON document has the shape of a suite, down to its last assertion.</summary>
    public static bool IsSuite(JsonElement document) => Members(document, "cases") is { } cases && cases.All(IsCase);

    /// <summary>One result per assertion, or per case of a validation suite.</summary>
    /// <param name="suite">A document for which <see cref="IsSuite"/> holds.</param>
    public static IReadOnlyList<LogicTestResult> Run(JsonElement suite)
    {
        var name = Text(suite, "name");
        return [.. suite.GetProperty("cases").EnumerateArray().SelectMany((test, index) =>
            test.TryGetProperty("issues", out var issues)
                ? [Validation($"{name}, case {index + 1}", test.GetProperty("certLogicExpression"), issues)]
                : Assertions(suite, test, $"{name}: {Text(test, "name")}"))];
    }

    private static IEnumerable<LogicTestResult> Assertions(JsonElement suite, JsonElement test, string name) =>
        test.GetProperty("assertions").EnumerateArray().Select((assertion, index) =>
        {
            var label = $"{name}, assertion {index + 1} {Text(assertion, "message")}".TrimEnd();
            if (Text(suite, "directive") == "skip" || Text(test, "directive") == "skip" || Text(assertion, "directive") == "skip")
                return new LogicTestResult(label, null, "skipped by the suite's directive");
            var expression = assertion.TryGetProperty("certLogicExpression", out var own) ? own : test.GetProperty("certLogicExpression");
            return Assertion(label, expression, assertion.GetProperty("data"), assertion.GetProperty("expected"));
        });

    /// <summary>Evaluates one expression and compares the value with the expected one.</summary>
    public static LogicTestResult Assertion(string name, JsonElement expression, JsonElement data, JsonElement expected)
    {
        try
        {
            var actual = JsonSerializer.SerializeToElement(LogicEvaluator.Evaluate(LogicExpression.From(expression), LogicData.From(data)));
            return JsonElement.DeepEquals(actual, expected)
                ? new(name, true)
                : new(name, false, $"expected {expected.GetRawText()}, got {actual.GetRawText()}");
        }
        catch (Exception failure) when (failure is LogicException or JsonException)
        {
            return new(name, false, failure.Message);
        }
    }

    private static bool IsCase(JsonElement test) => Members(test, "issues") is { } issues
        ? Has(test, "certLogicExpression") && issues.All(issue => Has(issue, "message"))
        : Members(test, "assertions") is { } assertions && assertions.All(assertion => Has(assertion, "data")
            && Has(assertion, "expected") && (Has(assertion, "certLogicExpression") || Has(test, "certLogicExpression")));

    private static bool Has(JsonElement owner, string member) =>
        owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(member, out _);

    private static List<JsonElement>? Members(JsonElement owner, string member) =>
        Has(owner, member) && owner.GetProperty(member) is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : null;

    private static LogicTestResult Validation(string name, JsonElement expression, JsonElement expected)
    {
        var actual = LogicValidator.Validate(expression).Select(issue => issue.Message).ToList();
        var wanted = expected.EnumerateArray().Select(issue => Text(issue, "message")).ToList();
        return actual.SequenceEqual(wanted)
            ? new(name, true)
            : new(name, false, $"expected [{string.Join(", ", wanted)}], got [{string.Join(", ", actual)}]");
    }

    private static string Text(JsonElement owner, string member) =>
        owner.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
