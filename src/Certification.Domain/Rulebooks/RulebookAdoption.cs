using System.Text.Json;

namespace Certification.Domain.Rulebooks;

/// <summary>Merges a jurisdiction's additions into the floor. National additions may only tighten: mutual recognition rests on
/// everybody keeping at least the floor.</summary>
public static class RulebookAdoption
{
    /// <summary>The rulebook in force, or every loosening, each with the rule named.</summary>
    public static RulebookReading<Rulebook> Adopt(Rulebook floor, RulebookAdditions additions)
    {
        if (additions.FloorVersion != floor.Version)
            return new(null, [new("floorVersion", $"Written for floor {additions.FloorVersion}, but the floor is {floor.Version}.", "/floorVersion")]);
        IReadOnlyList<RulebookError> loosenings =
            [.. Tightening.Loosenings(floor, additions), .. AdditionsValidation.Validate(floor, additions)];
        if (loosenings.Count > 0)
            return new(null, Located(loosenings, additions));
        var merged = Merge(floor, additions);
        var errors = RulebookValidation.Validate(merged);
        return errors.Count == 0 ? new(merged, []) : new(null, Located(errors, additions));
    }

    private static IReadOnlyList<RulebookError> Located(IReadOnlyList<RulebookError> errors, RulebookAdditions additions)
    {
        var document = JsonSerializer.SerializeToElement(additions, DomainJson.Options);
        return [.. errors.Select(error => error.LocatedIn(document))];
    }

    private static Rulebook Merge(Rulebook floor, RulebookAdditions additions) => new(
        additions.Id,
        additions.Version,
        additions.Title,
        additions.EffectiveFrom > floor.EffectiveFrom ? additions.EffectiveFrom : floor.EffectiveFrom,
        Merge(floor.Taxonomy, additions.Taxonomy),
        Merge(floor.TierRules, additions.TierRules, rule => rule.Id),
        Merge(floor.Evidence, additions.Evidence, kind => kind.Code),
        Merge(floor.Duties, additions.Duties, duty => duty.Code),
        Merge(floor.ReviewPlans, additions.ReviewPlans, plan => plan.Tier),
        Merge(floor.CertificatePlans, additions.CertificatePlans, plan => plan.Tier),
        additions.Deadlines ?? floor.Deadlines,
        additions.Recognition,
        floor.Reference(),
        Merge(floor.BarredUses ?? [], additions.BarredUses ?? [], use => use.Id),
        Merge(floor.References ?? [], additions.References ?? [], system => system.Code),
        Merge(floor.IncidentClocks ?? [], additions.IncidentClocks ?? [], clock => clock.Code));

    private static Taxonomy Merge(Taxonomy floor, Taxonomy added) => new(
        Merge(floor.Capabilities, added.Capabilities, term => term.Code),
        Merge(floor.Sectors, added.Sectors, term => term.Code),
        Merge(floor.Roles, added.Roles, term => term.Code),
        Merge(floor.Affected, added.Affected, term => term.Code),
        Merge(floor.Scales, added.Scales, term => term.Code),
        Merge(floor.Reversibilities, added.Reversibilities, term => term.Code),
        Merge(floor.Accesses, added.Accesses, term => term.Code),
        Merge(floor.Incentives, added.Incentives, term => term.Code),
        Merge(floor.Environments, added.Environments, term => term.Code),
        Merge(floor.PartyRoles, added.PartyRoles, term => term.Code));

    private static IReadOnlyList<T> Merge<T, TKey>(IReadOnlyList<T> floor, IReadOnlyList<T> added, Func<T, TKey> key)
        where TKey : notnull
    {
        var replacements = added.ToDictionary(key);
        var codes = floor.Select(key).ToHashSet();
        return [.. floor.Select(entry => replacements.GetValueOrDefault(key(entry), entry)), .. added.Where(entry => !codes.Contains(key(entry)))];
    }
}
