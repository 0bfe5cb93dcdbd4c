using Certification.Domain.Submissions;

namespace Certification.Domain.Rulebooks;

/// <summary>Says a declaration in the words of the floor: a national code stands for the wider one of which it is a kind. The
/// floor's rules thereby see what they would see if the jurisdiction had no word of its own.</summary>
internal static class FloorWords
{
    /// <summary>The declaration with wider codes; the same one when it uses no national code.</summary>
    public static Declaration Of(Taxonomy taxonomy, Declaration declaration)
    {
        var context = declaration.Context;
        return declaration with
        {
            Capabilities = Wider(taxonomy.Capabilities, declaration.Capabilities),
            Context = context with
            {
                Sector = Wider(taxonomy.Sectors, context.Sector),
                Role = Wider(taxonomy.Roles, context.Role),
                Affected = Wider(taxonomy.Affected, context.Affected),
                Scale = Wider(taxonomy.Scales, context.Scale),
                Reversibility = Wider(taxonomy.Reversibilities, context.Reversibility),
                Access = Wider(taxonomy.Accesses, context.Access),
                Incentive = Wider(taxonomy.Incentives, context.Incentive),
                Environment = Wider(taxonomy.Environments, context.Environment),
            },
        };
    }

    /// <summary>Whether a declaration uses a code that has a wider one.</summary>
    public static bool Differ(Taxonomy taxonomy) => taxonomy.Axes().Any(axis => axis.Terms.Any(term => term.Broader is not null));

    private static IReadOnlyList<string> Wider(IReadOnlyList<Term> terms, IReadOnlyList<string> codes) =>
        [.. codes.Select(code => Wider(terms, code)).Distinct()];

    private static string Wider(IReadOnlyList<Term> terms, string code) =>
        terms.FirstOrDefault(term => term.Code == code)?.Broader ?? code;
}
