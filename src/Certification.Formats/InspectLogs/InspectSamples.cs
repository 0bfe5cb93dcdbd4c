using System.Text.Json;
using Certification.Formats.Json;

namespace Certification.Formats.InspectLogs;

/// <summary>The sample records of a log, counted and added up as they pass.</summary>
internal sealed class InspectSamples
{
    private const string Sample = "/samples/*";
    private const string Scores = Sample + "/scores";
    private const int MostScorers = 50;

    private readonly Dictionary<string, (double Sum, long Count)> _sums = [];

    private bool _isEdited;
    private string? _lastShape;
    private string _lastScorer = "";

    /// <summary>Sample records; null when the log carries no list of them.</summary>
    public long? Carried { get; private set; }

    /// <summary>Records with an error.</summary>
    public long Failed { get; private set; }

    /// <summary>Records with a score that was edited: its history is not empty.</summary>
    public long Edited { get; private set; }

    public static bool Wants(string shape) => shape is "/samples" or Sample or Scores or Sample + "/error"
        or Sample + "/output" or Sample + "/output/model"
        || (shape.StartsWith(Scores + "/", StringComparison.Ordinal) && (IsScore(shape) || IsHistory(shape)));

    public void Opens(JsonPlace place)
    {
        switch (place.Shape)
        {
            case "/samples": Carried = 0; break;
            case Sample: (Carried, _isEdited) = (Carried + 1, false); break;
            case Sample + "/error": Failed++; break;
            default:
                if (!_isEdited && place.Name == "*" && place.Shape.EndsWith("/history/*", StringComparison.Ordinal))
                    (Edited, _isEdited) = (Edited + 1, true);
                break;
        }
    }

    public void Value(JsonPlace place, JsonScalar value)
    {
        if (place.Shape == Sample + "/error" && !value.IsNull)
            Failed++;
        if (place.Name != "value" || !place.Shape.StartsWith(Scores + "/", StringComparison.Ordinal)
            || place.Shape.LastIndexOf('/') == Scores.Length || Grade(value) is not { } grade)
            return;
        if (!ReferenceEquals(place.Shape, _lastShape))
            (_lastShape, _lastScorer) = (place.Shape, place.Shape[(Scores.Length + 1)..^"/value".Length]);
        var scorer = _lastScorer;
        if (_sums.TryGetValue(scorer, out var sum) || _sums.Count < MostScorers)
            _sums[scorer] = (sum.Sum + grade, sum.Count + 1);
    }

    /// <summary>Mean of the carried scores of one scorer.</summary>
    public (double? Mean, long Count) MeanOf(string scorer) =>
        _sums.TryGetValue(scorer, out var sum) ? (sum.Sum / sum.Count, sum.Count) : (null, 0);

    // Inspect's own conversion: correct, partial, incorrect, no answer.
    private static double? Grade(JsonScalar value) => value switch
    {
        { Type: JsonTokenType.Number } => value.Number,
        { Type: JsonTokenType.True } or { Text: "C" } => 1,
        { Type: JsonTokenType.False } or { Text: "I" or "N" } => 0,
        { Text: "P" } => 0.5,
        _ => null,
    };

    private static bool IsHistory(string shape) =>
        shape.EndsWith("/history", StringComparison.Ordinal) || shape.EndsWith("/history/*", StringComparison.Ordinal);

    private static bool IsScore(string shape)
    {
        var rest = shape.AsSpan(Scores.Length + 1);
        return rest.IndexOf('/') is var slash && (slash < 0 || rest[slash..].SequenceEqual("/value"));
    }
}
