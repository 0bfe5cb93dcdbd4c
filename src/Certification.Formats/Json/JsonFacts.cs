using System.Globalization;
using System.Text.Json;
using Certification.Domain.Evidence;

namespace Certification.Formats.Json;

/// <summary>Takes typed values from scalars. A value of another type is a fault, never a guess; null is "no claim".</summary>
internal sealed class JsonFacts
{
    private const int MostFaults = 100;

    private readonly List<ReadingFault> _faults = [];

    public IReadOnlyList<ReadingFault> Faults => _faults;

    public string? Text(JsonPlace place, JsonScalar value) => value.Type switch
    {
        JsonTokenType.String => value.Text,
        _ => Mismatch<string>(place, value, "text"),
    };

    public double? Number(JsonPlace place, JsonScalar value)
    {
        if (value.Type == JsonTokenType.Number && double.IsFinite(value.Number))
            return value.Number;
        Mismatch<string>(place, value, "a finite number");
        return null;
    }

    public long? Count(JsonPlace place, JsonScalar value)
    {
        if (value is { Type: JsonTokenType.Number, Number: >= 0 and <= 1e15 } && double.IsInteger(value.Number))
            return (long)value.Number;
        Mismatch<string>(place, value, "a whole number");
        return null;
    }

    public bool? Truth(JsonPlace place, JsonScalar value)
    {
        if (value.Type is JsonTokenType.True or JsonTokenType.False)
            return value.Type == JsonTokenType.True;
        Mismatch<string>(place, value, "true or false");
        return null;
    }

    public DateTimeOffset? Time(JsonPlace place, JsonScalar value)
    {
        if (value.Type == JsonTokenType.String && DateTimeOffset.TryParse(value.Text, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var time))
            return time;
        Mismatch<string>(place, value, "a date-time of ISO 8601");
        return null;
    }

    private T? Mismatch<T>(JsonPlace place, JsonScalar value, string wanted) where T : class
    {
        if (!value.IsNull && _faults.Count < MostFaults)
            _faults.Add(new("evidence.wrong-type", $"\"{place.Name}\" should be {wanted}.", place.Pointer));
        return null;
    }
}
