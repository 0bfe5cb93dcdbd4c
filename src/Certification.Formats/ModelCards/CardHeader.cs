using System.Globalization;
using Certification.Domain.Evidence;

namespace Certification.Formats.ModelCards;

/// <summary>What the header of a model card says, in the terms of the Hugging Face model card specification.</summary>
internal static class CardHeader
{
    private const int MostResults = 200;

    /// <summary>The header's names for one key, which may be a single text or a list.</summary>
    public static IReadOnlyList<string> Names(Dictionary<string, object>? header, string key) => header?.GetValueOrDefault(key) switch
    {
        string { Length: > 0 } name => [name],
        List<object> names => [.. names.OfType<string>()],
        _ => [],
    };

    public static string? Licence(Dictionary<string, object>? header) =>
        Text(header, "license") is { } licence && licence != "other" ? licence : Text(header, "license_name") ?? Text(header, "license");

    /// <summary>The title without its "Model card for", and what the header calls the model.</summary>
    public static IReadOnlyList<string> ModelNames(Dictionary<string, object>? header, string? title)
    {
        var subject = title is null ? null : CardTitle.Subject(title);
        return
        [
            .. new[] { Text(header, "model_name"), Text(header, "model_id"), subject }
                .Concat(Index(header).Select(model => Text(model, "name")))
                .OfType<string>().Where(name => name.Length > 0).Distinct(),
        ];
    }

    public static IReadOnlyList<CardResult> Results(Dictionary<string, object>? header) =>
    [
        .. (from model in Index(header)
            from result in Maps(model, "results")
            let dataset = result.GetValueOrDefault("dataset") as Dictionary<string, object>
            from metric in Maps(result, "metrics")
            select new CardResult(
                Text(model, "name"), Text(dataset, "type") ?? Text(dataset, "name") ?? "", Text(dataset, "split"),
                Text(dataset, "revision"), Text(metric, "type") ?? Text(metric, "name") ?? "", Number(Text(metric, "value"))))
            .Take(MostResults),
    ];

    private static IEnumerable<Dictionary<string, object>> Index(Dictionary<string, object>? header) =>
        header is null ? [] : Maps(header, "model-index");

    private static IEnumerable<Dictionary<string, object>> Maps(Dictionary<string, object> owner, string key) =>
        (owner.GetValueOrDefault(key) as List<object> ?? []).OfType<Dictionary<string, object>>();

    private static string? Text(Dictionary<string, object>? owner, string key) => owner?.GetValueOrDefault(key) as string;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}
