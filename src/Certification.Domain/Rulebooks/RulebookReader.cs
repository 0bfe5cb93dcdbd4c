using System.Text.Json;

namespace Certification.Domain.Rulebooks;

/// <summary>Reads rulebooks and additions strictly: an unknown or missing member, a wrong type, a malformed expression or an
/// inconsistent rule is an error with its place, and nothing is half-read. All errors are told at once.</summary>
public static class RulebookReader
{
    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false, MaxDepth = DomainJson.Strict.MaxDepth,
    };

    /// <summary>Reads a floor rulebook.</summary>
    public static RulebookReading<Rulebook> ReadFloor(ReadOnlySpan<byte> json) => Parse(json, ReadFloor);

    /// <summary>Reads a jurisdiction's additions. Whether they fit a floor is for <see cref="RulebookAdoption"/> to say.</summary>
    public static RulebookReading<RulebookAdditions> ReadAdditions(ReadOnlySpan<byte> json) => Parse(json, ReadAdditions);

    /// <summary>Reads a floor rulebook that stands within another document.</summary>
    public static RulebookReading<Rulebook> ReadFloor(JsonElement json)
    {
        var reading = Bind<Rulebook>(json);
        if (reading.Value is not { } parsed)
            return reading;
        var rulebook = parsed with
        {
            TierRules = [.. parsed.TierRules.Select(rule => rule with { Origin = parsed.Origin })],
            Evidence = [.. parsed.Evidence.Select(kind => kind with { Origin = parsed.Origin })],
            Duties = [.. parsed.Duties.Select(duty => duty with { Origin = parsed.Origin })],
            BarredUses = parsed.BarredUses?.Select(use => use with { Origin = parsed.Origin }).ToList(),
            ReviewPlans = [.. parsed.ReviewPlans.Select(plan => plan with { Origin = parsed.Origin })],
        };
        var errors = RulebookValidation.Validate(rulebook);
        return errors.Count == 0 ? new(rulebook, []) : new(null, [.. errors.Select(error => error.LocatedIn(json))]);
    }

    /// <summary>Reads additions that stand within another document.</summary>
    public static RulebookReading<RulebookAdditions> ReadAdditions(JsonElement json)
    {
        var reading = Bind<RulebookAdditions>(json);
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
            ReviewPlans = [.. parsed.ReviewPlans.Select(plan => plan with { Origin = parsed.Origin })],
            Recognition = recognition,
        }, []);
    }

    private static RulebookReading<T> Parse<T>(ReadOnlySpan<byte> json, Func<JsonElement, RulebookReading<T>> read) where T : class
    {
        try
        {
            return read(JsonElement.Parse(json, Strict));
        }
        catch (JsonException malformed)
        {
            return new(null, [new("", $"Not JSON of at most {Strict.MaxDepth} levels without repeated members: {malformed.Message}", "")]);
        }
    }

    private static RulebookReading<T> Bind<T>(JsonElement json) where T : class
    {
        try
        {
            if (json.Deserialize<T>(DomainJson.Strict) is { } value)
                return new(value, []);
        }
        catch (JsonException)
        {
            // The serializer stops at the first fault and names our types; the author is told of all, in the document's words.
            return new(null, DocumentFaults.Of(json, typeof(T)));
        }

        return new(null, [new("", "The document is null.", "")]);
    }
}

/// <summary>A document that was read, or every reason why it was not.</summary>
/// <param name="Value">Null exactly when there are errors.</param>
public sealed record RulebookReading<T>(T? Value, IReadOnlyList<RulebookError> Errors) where T : class;
