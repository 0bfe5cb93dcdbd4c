using System.Text.RegularExpressions;

namespace Certification.Domain.Rulebooks;

/// <summary>The form of codes and ids. One form each, so that no two names differ only in case or in a look-alike letter and
/// are taken for one by readers and for two by the rules.</summary>
internal static partial class NameValidation
{
    public static IEnumerable<RulebookError> Validate(Rulebook rulebook)
    {
        var codes = rulebook.Taxonomy.Codes()
            .Concat(rulebook.Evidence.Select(kind => kind.Code))
            .Concat(rulebook.Duties.Select(duty => duty.Code))
            .Concat((rulebook.References ?? []).Select(system => system.Code))
            .Concat((rulebook.IncidentClocks ?? []).Select(clock => clock.Code));
        foreach (var code in codes.Where(code => !Code().IsMatch(code)))
            yield return new(code, "A code is lower-case words and numbers with hyphens between them, such as capability-evaluation.");
        var ids = rulebook.TierRules.Select(rule => rule.Id)
            .Concat((rulebook.BarredUses ?? []).Select(use => use.Id))
            .Concat((rulebook.Recognition?.Conditions ?? []).Select(condition => condition.Id));
        foreach (var id in ids.Where(id => !Id().IsMatch(id)))
            yield return new(id, "An id is a kind, whose rule it is and four digits, such as TR-XA-0001.");
        foreach (var plan in rulebook.CertificatePlans)
        {
            foreach (var twice in plan.Conditions.GroupBy(condition => condition.Code).Where(group => group.Count() > 1))
                yield return new($"certificatePlans.{plan.Tier}", $"The condition {twice.Key} is imposed twice, which may contradict itself.");
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    [GeneratedRegex("^[A-Z]{2}-[A-Z]{2,8}-[0-9]{4}$", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
