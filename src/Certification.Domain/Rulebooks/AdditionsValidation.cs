namespace Certification.Domain.Rulebooks;

/// <summary>What additions may not do even where they replace nothing: speak past the floor's rules in words of their own, take
/// the floor's ids, or recognise certificates that rest on less than the floor.</summary>
internal static class AdditionsValidation
{
    public static IEnumerable<RulebookError> Validate(Rulebook floor, RulebookAdditions additions) =>
    [
        .. floor.Taxonomy.Axes().Zip(additions.Taxonomy.Axes()).SelectMany(pair => Terms(pair.First.Name, pair.First.Terms, pair.Second.Terms)),
        .. Ids(floor.TierRules.Select(rule => rule.Id), additions.TierRules.Select(rule => rule.Id), additions.Authority),
        .. Ids((floor.BarredUses ?? []).Select(use => use.Id), (additions.BarredUses ?? []).Select(use => use.Id), additions.Authority),
        .. Ids([], additions.Recognition.Conditions.Select(condition => condition.Id), additions.Authority),
        .. Recognition(floor, additions),
    ];

    // The floor's rules do not know a national word. Without a wider one, whoever declares it would slip past all of them.
    private static IEnumerable<RulebookError> Terms(string axis, IReadOnlyList<Term> floor, IReadOnlyList<Term> added)
    {
        var known = floor.Select(term => term.Code).ToHashSet();
        foreach (var term in added)
        {
            if (known.Contains(term.Code) ? term.Broader is not null : term.Broader is null || !known.Contains(term.Broader))
                yield return new(term.Code, $"A term that the floor lacks names in 'broader' the term of the floor's {axis} of which it is a kind; one that it has names none.");
        }
    }

    private static IEnumerable<RulebookError> Ids(IEnumerable<string> floor, IEnumerable<string> added, string authority)
    {
        foreach (var id in added.Except(floor).Where(id => !id.Contains($"-{authority}-", StringComparison.Ordinal)))
            yield return new(id, $"A new id of {authority} has {authority} in it, such as TR-{authority}-0001: the others belong to the floor and its later versions.");
    }

    private static IEnumerable<RulebookError> Recognition(Rulebook floor, RulebookAdditions additions)
    {
        var plan = additions.Recognition;
        if (plan.MaxCertificateAgeDays < 1)
            yield return new("recognition", "The greatest age of a certificate is at least a day.", "/recognition/maxCertificateAgeDays");
        foreach (var twice in plan.Issuers.GroupBy(issuer => issuer.Authority).Where(group => group.Count() > 1))
            yield return new("recognition", $"{twice.Key} is named more than once.", "/recognition/issuers");
        foreach (var issuer in plan.Issuers.Where(issuer => issuer.Authority == additions.Authority))
            yield return new("recognition", $"{issuer.Authority} does not recognise itself.", "/recognition/issuers");
        var sectors = floor.Taxonomy.Sectors.Concat(additions.Taxonomy.Sectors).Select(term => term.Code).ToHashSet();
        foreach (var sector in plan.SectorsNotRecognised.Where(sector => !sectors.Contains(sector)))
            yield return new("recognition", $"\"{sector}\" is no sector, so that leaving it out would leave out nothing.", "/recognition/sectorsNotRecognised");
        foreach (var (issuer, version) in plan.Issuers.SelectMany(issuer => issuer.FloorVersions.Select(version => (issuer.Authority, version))))
        {
            if (Major(version) is null || Major(version) < Major(floor.Version))
                yield return new("recognition", $"Floor {version} of {issuer} is no version that is equivalent to {floor.Version}: an earlier major version demands less.", "/recognition/issuers");
        }
    }

    private static int? Major(string version) => Version.TryParse(version, out var number) && number.Build >= 0 ? number.Major : null;
}
