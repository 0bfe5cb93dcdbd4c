using System.Text.Json;
using Certification.Domain.Rulebooks.CertLogic;
using CsCheck;
using Xunit;

namespace Certification.Domain.Tests.Rulebooks.CertLogic;

public sealed class LogicEvaluatorTests
{
    [Theory]
    [InlineData("""{"in": ["a", {"var": "list"}]}""", """{"list": ["a"]}""", true)]
    [InlineData("""{"in": ["a", {"var": "list"}]}""", """{"list": []}""", false)]
    [InlineData("""{"===": [{"var": "missing"}, {"var": "absent"}]}""", "{}", true)]
    [InlineData("""{"===": [{"var": "o"}, {"var": "o"}]}""", """{"o": {}}""", false)]
    [InlineData("""{"===": [{"var": "a"}, {"var": "b"}]}""", """{"a": "\u0041b", "b": "Ab"}""", true)]
    [InlineData("""{"===": [{"var": "a"}, {"var": "b"}]}""", """{"a": "\u0041b", "b": "Ac"}""", false)]
    [InlineData("""{"in": [{"var": "a"}, {"var": "list"}]}""", """{"a": "x/y", "list": ["x", "x\/y"]}""", true)]
    [InlineData("""{"not-after": ["2024-03-01", {"plusTime": ["2023-03-01", 1, "year"]}]}""", "{}", true)]
    [InlineData("""{"not-before": [{"plusTime": ["2024-02-29", 1, "year"]}, "2025-03-01"]}""", "{}", true)]
    [InlineData("""{"after": ["2024-12-31", "2024"]}""", "{}", false)]
    public void Expressions_have_the_values_of_the_dialect(string expression, string data, bool expected) =>
        Assert.Equal(expected, LogicEvaluator.Evaluate(Expression(expression), Data(data)));

    [Theory]
    [InlineData("""{"<": [{"var": "x"}, 2]}""", "not a number")]
    [InlineData("""{"in": ["a", {"var": "x"}]}""", "not an array")]
    [InlineData("""{"reduce": [{"var": "x"}, {"var": "current"}, 0]}""", "not an array")]
    [InlineData("""{"after": [{"var": "x"}, "2024-01-01"]}""", "not a date")]
    [InlineData("""{"after": [{"plusTime": ["2024-01-01", 99999, "year"]}, "2024-01-01"]}""", "outside the calendar")]
    public void Data_that_an_operator_does_not_take_is_named(string expression, string why) =>
        Assert.Contains(why, Assert.Throws<LogicException>(() =>
            LogicEvaluator.Evaluate(Expression(expression), Data("""{"x": "text"}"""))).Message);

    [Fact]
    public void A_rule_that_runs_long_is_stopped()
    {
        var data = Data($"[{string.Join(',', Enumerable.Repeat(1, 300))}]");
        var nested = """{"reduce": [{"var": ""}, {"reduce": [[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1], {"+": [{"var": "current"}, 1]}, 0]}, 0]}""";
        Assert.Contains("steps", Assert.Throws<LogicException>(() => LogicEvaluator.Evaluate(Expression(nested), data)).Message);
    }

    [Fact]
    public void A_list_that_doubles_with_each_element_is_stopped_before_anybody_writes_it() =>
        Stopped("""{"reduce": [{"var": ""}, [{"var": "accumulator"}, {"var": "accumulator"}], 1]}""", Ones(30), "values");

    [Fact]
    public void Lists_within_lists_are_stopped() =>
        Stopped("""{"reduce": [{"var": ""}, [{"var": "accumulator"}], 1]}""", Ones(100), "levels");

    [Fact]
    public void A_search_through_long_data_spends_steps() =>
        Stopped("""{"in": [2, {"var": ""}]}""", Ones(20_000), "steps");

    [Fact]
    public void An_expression_nested_too_deep_is_refused_when_it_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("""{"!": [""", 70)) + "1" + string.Concat(Enumerable.Repeat("]}", 70));
        var json = JsonDocument.Parse(deep, new JsonDocumentOptions { MaxDepth = 300 }).RootElement;
        Assert.Contains("nested deeper", Assert.Throws<JsonException>(() => LogicExpression.From(json)).Message);
    }

    [Fact]
    public void A_bound_is_reached_at_the_same_step_every_time() => Gen.Int[1, 12_000].Sample(length =>
    {
        bool Ends() => Record.Exception(() => LogicEvaluator.Evaluate(Expression("""{"in": [2, {"var": ""}]}"""), Ones(length))) is null;
        Assert.Equal(Ends(), Ends());
        Assert.Equal(length + 3 <= LogicEvaluator.MostSteps, Ends());
    }, iter: 20);

    [Theory]
    [InlineData("2021-06-30")]
    [InlineData("2024-02-29T23:59:59Z")]
    [InlineData("2021-06-30T10:10:00+05:30")]
    [InlineData("2021-06-30T10:10:00-02:00")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31T00:00:00Z")]
    [InlineData("2021-06-30T10:10:00.5Z")]
    public void A_date_in_the_data_is_the_same_instant_as_in_a_rule(string date) => Assert.All(
        ["not-after", "not-before"], comparison => Assert.Equal(true, LogicEvaluator.Evaluate(
            Expression($$"""{"{{comparison}}": [{"var": "at"}, "{{date}}"]}"""), Data($$"""{"at": "{{date}}"}"""))));

    [Theory]
    [InlineData("2023-02-29")]
    [InlineData("2021-13-01T00:00:00Z")]
    [InlineData("2021-06-30T24:00:00Z")]
    [InlineData("2021-06-30T10:10Z")]
    public void A_date_that_the_calendar_lacks_is_named(string date) => Assert.Contains("not a date", Assert.Throws<LogicException>(() =>
        LogicEvaluator.Evaluate(Expression("""{"after": [{"var": "at"}, "2024-01-01"]}"""), Data($$"""{"at": "{{date}}"}"""))).Message);

    [Fact]
    public void Whatever_validates_evaluates_or_says_why_not() => Expressions(4).Sample(text =>
    {
        var expression = Json(text);
        if (LogicValidator.Validate(expression).Count > 0)
            return;
        try
        {
            LogicEvaluator.Evaluate(LogicExpression.From(expression), Data("""{"a": [1, "x", null], "b": {"c": true}}"""));
        }
        catch (LogicException why)
        {
            Assert.NotEmpty(why.Message);
        }
    });

    private static Gen<string> Expressions(int depth)
    {
        var leaf = Constants("1", "\"x\"", "true", "null", "1.5", "[]", "\"2024-02\"", """{"var": "a"}""", """{"var": "b.c"}""", """{"var": ""}""");
        if (depth == 0)
            return leaf;
        var operators = Constants("if", "and", "!", "===", "in", "+", "<", ">=", "after", "not-before", "reduce", "dccDateOfBirth", "extractFromUVCI", "xor");
        var operation = Gen.Select(operators, Expressions(depth - 1).Array[1, 3],
            (name, operands) => $$"""{"{{name}}": [{{string.Join(',', operands)}}]}""");
        return Gen.OneOf(leaf, operation);
    }

    private static Gen<string> Constants(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static void Stopped(string expression, LogicData data, string by) => Assert.Contains(
        by, Assert.Throws<LogicException>(() => LogicEvaluator.Evaluate(Expression(expression), data)).Message);

    private static LogicData Ones(int count) => Data($"[{string.Join(',', Enumerable.Repeat(1, count))}]");

    private static LogicExpression Expression(string json) => LogicExpression.From(Json(json));

    private static LogicData Data(string json) => LogicData.From(Json(json));

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;
}
