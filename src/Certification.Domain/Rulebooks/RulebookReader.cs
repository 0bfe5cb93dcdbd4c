using System.Text.Json;

namespace Certification.Domain.Rulebooks;

/// <summary>Reads rulebooks and additions strictly: an unknown or missing member, a wrong type, a malformed expression or an
/// inconsistent rule is an error with its place, and nothing is half-read.</summary>
public static class RulebookReader
{
    /// <summary>Reads a floor rulebook.</summary>
    public static RulebookReading<Rulebook> ReadFloor(ReadOnlySpan<byte> json)
    {
        var reading = Parse<Rulebook>(json);
        if (reading.Value is not { } parsed)
            return reading;
        var rulebook = parsed with
        {
            TierRules = [.. parsed.TierRules.Select(rule => rule with { Origin = parsed.Origin })],
            Evidence = [.. parsed.Evidence.Select(kind => kind with { Origin = parsed.Origin })],
            Duties = [.. parsed.Duties.Select(duty => duty with { Origin = parsed.Origin })],
            BarredUses = parsed.BarredUses?.Select(use => use with { Origin = parsed.Origin }).ToList(),
        };
        var errors = RulebookValidation.Validate(rulebook);
        return errors.Count == 0 ? new(rulebook, []) : new(null, errors);
    }

    /// <summary>Reads a jurisdiction's additions. Whether they fit a floor is for <see cref="RulebookAdoption"/> to say.</summary>
    public static RulebookReading<RulebookAdditions> ReadAdditions(ReadOnlySpan<byte> json)
    {
        var reading = Parse<RulebookAdditions>(json);
        if (reading.Value is not { } parsed)
            return reading;
        var recognition = parsed.Recognition with
        {
            Conditions = [.. parsed.Recognition.Conditions.Select(condition => condition with { Origin = parsed.Origin })],
        };
        return new(parsed with
        {
            TierRules = [.. parsed.TierRules.Select(rule => rule with { Origin = parsed.Origin })],
            Evidence = [.. parsed.Evidence.Select(kind => kind with { Origin = parsed.Origin })],
            Duties = [.. parsed.Duties.Select(duty => duty with { Origin = parsed.Origin })],
            BarredUses = parsed.BarredUses?.Select(use => use with { Origin = parsed.Origin }).ToList(),
            Recognition = recognition,
        }, []);
    }

    private static RulebookReading<T> Parse<T>(ReadOnlySpan<byte> json) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, DomainJson.Strict) is { } value
                ? new(value, [])
                : new(null, [new("", "The document is null.")]);
        }
        catch (JsonException fault)
        {
            return new(null, [new(fault.Path ?? "", fault.Message)]);
        }
    }
}

/// <summary>A document that was read, or every reason why it was not.</summary>
/// <param name="Value">Null exactly when there are errors.</param>
public sealed record RulebookReading<T>(T? Value, IReadOnlyList<RulebookError> Errors) where T : class;

/// <summary>Why a rulebook is refused.</summary>
/// <param name="Where">A JSON path when the JSON itself is at fault, else the id or code of the rule.</param>
public sealed record RulebookError(string Where, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Where}: {Message}";
}
