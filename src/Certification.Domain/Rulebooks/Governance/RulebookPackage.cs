using System.Text.Json;

namespace Certification.Domain.Rulebooks.Governance;

/// <summary>The documents of a proposal, read, and the rulebook that they make together.</summary>
/// <param name="Floor">The proposal's own floor, or the one that lasts.</param>
/// <param name="Additions">Null for an authority that applies the bare floor.</param>
/// <param name="Rulebook">Floor and additions merged.</param>
public sealed record RulebookPackage(Rulebook Floor, RulebookAdditions? Additions, Rulebook Rulebook)
{
    /// <summary>Reads and checks everything at once.</summary>
    /// <param name="authority">Whose rulebook it is to become.</param>
    /// <param name="lasting">The floor that additions build on when the proposal brings none.</param>
    /// <param name="hasAdditions">Whether the authority applies additions today: they have to be written for a new floor too.</param>
    public static RulebookReading<RulebookPackage> Read(
        string authority, Rulebook lasting, bool hasAdditions, JsonElement? floor, JsonElement? additions)
    {
        if (floor is null && additions is null)
            return Refused(new RulebookError("", "A proposal brings 'additions', a 'floor', or both."));
        if (additions is null && hasAdditions)
            return Refused(new RulebookError("additions", "The additions in force are written for another floor: propose the additions for this floor with it.", "/additions"));
        var ground = floor is { } text ? RulebookReader.ReadFloor(text) : new(lasting, []);
        var added = additions is { } own ? RulebookReader.ReadAdditions(own) : null;
        RulebookError[] errors =
        [
            .. ground.Errors.Select(error => error.Within("/floor")),
            .. Identity(ground.Value),
            .. (added?.Errors ?? []).Select(error => error.Within("/additions")),
            .. Identity(authority, added?.Value),
        ];
        if (errors.Length > 0) return new(null, errors);
        return added is null
            ? new(new(ground.Value!, null, ground.Value!), [])
            : Merge(ground.Value!, added.Value!);
    }

    /// <summary>Merges documents that were read, as they were sealed.</summary>
    public static RulebookReading<RulebookPackage> Merge(Rulebook floor, RulebookAdditions additions)
    {
        var adoption = RulebookAdoption.Adopt(floor, additions);
        return adoption.Value is { } rulebook
            ? new(new(floor, additions, rulebook), [])
            : new(null, [.. adoption.Errors.Select(error => error.Within("/additions"))]);
    }

    private static IEnumerable<RulebookError> Identity(Rulebook? floor)
    {
        if (floor is not null && floor.Id != "floor")
            yield return new("id", $"A floor has the id \"floor\", not \"{floor.Id}\".", "/floor/id");
        if (floor?.Recognition is not null || floor?.Floor is not null)
            yield return new("floor", "A floor recognises nobody and has no floor beneath it.", "/floor");
    }

    private static IEnumerable<RulebookError> Identity(string authority, RulebookAdditions? additions)
    {
        if (additions is null) yield break;
        if (additions.Authority != authority)
            yield return new("authority", $"These are the additions of {additions.Authority}; this authority is {authority}.", "/additions/authority");
        if (additions.Id != authority.ToLowerInvariant())
            yield return new("id", $"The additions of {authority} have the id \"{authority.ToLowerInvariant()}\", not \"{additions.Id}\".", "/additions/id");
    }

    private static RulebookReading<RulebookPackage> Refused(RulebookError error) => new(null, [error]);
}
