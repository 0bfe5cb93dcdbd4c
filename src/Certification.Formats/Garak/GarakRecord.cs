using System.Text.Json;
using Certification.Domain.Evidence;
using Certification.Formats.Json;

namespace Certification.Formats.Garak;

/// <summary>The members of one line of a report that are used, whatever entry it is of. A value, since a report has a million lines.</summary>
internal struct GarakRecord
{
    public string? Type { get; set; }

    public bool IsFinished { get; set; }

    public long Outputs { get; set; }

    public string? Probe { get; set; }

    public string? Detector { get; set; }

    public JsonScalar Passed { get; set; }

    public JsonScalar Total { get; set; }

    public double Level { get; set; }

    public JsonScalar Lower { get; set; }

    public JsonScalar Upper { get; set; }

    public JsonScalar Start { get; set; }

    public JsonScalar End { get; set; }

    /// <summary>What an entry of the type <c>eval</c> says; null where it is not whole.</summary>
    public readonly GarakEvaluation? Evaluation(JsonPlace place, JsonFacts facts)
    {
        if (Probe is null || Detector is null || facts.Count(place, Total) is not (> 0 and var total) || facts.Count(place, Passed) is not { } passed)
            return null;
        // Stated of the attacks that succeeded, which is the other side of the pass rate.
        var interval = Lower.Type == JsonTokenType.Number && Upper.Type == JsonTokenType.Number
            ? ConfidenceInterval.Of(1 - Upper.Number, 1 - Lower.Number, Level) : null;
        return new(Probe, Detector, passed, total, interval);
    }
}
