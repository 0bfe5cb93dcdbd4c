using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>Says what would change the tier: every single word of the declaration is replaced by every other that the taxonomy
/// has for its place, and the system is classified again. So an applicant sees which safeguard or limit lowers the burden, and
/// an assessor sees on which words the tier hangs.</summary>
public static class TierSensitivity
{
    /// <summary>Every single change that leads to another tier, in the order of the taxonomy; empty when none does.</summary>
    public static IReadOnlyList<TierChange> Of(Rulebook rulebook, Declaration declaration)
    {
        var now = TierClassifier.Classify(rulebook, declaration);
        return
        [
            .. from variant in Variants(rulebook.Taxonomy, declaration)
               let then = TierClassifier.Classify(rulebook, variant.Declaration)
               where then.Tier != now.Tier
               select new TierChange(variant.Axis, variant.From, variant.To, then.Tier, Decisive(now, then)),
        ];
    }

    // Of a rise the rules that fire only then, of a fall those that no longer do; each at the tier that it sets.
    private static IReadOnlyList<string> Decisive(Classification now, Classification then)
    {
        var (more, less) = then.Tier > now.Tier ? (then, now) : (now, then);
        var shared = less.Fired.Select(rule => rule.RuleId).ToHashSet();
        return [.. more.Fired.Where(rule => rule.Tier == more.Tier && !shared.Contains(rule.RuleId)).Select(rule => rule.RuleId)];
    }

    private static IEnumerable<Variant> Variants(Taxonomy taxonomy, Declaration declaration)
    {
        var context = declaration.Context;
        return
        [
            .. Members("capabilities", taxonomy.Capabilities, declaration.Capabilities, codes => declaration with { Capabilities = codes }),
            .. Words("context.sector", taxonomy.Sectors, context.Sector, code => context with { Sector = code }),
            .. Words("context.role", taxonomy.Roles, context.Role, code => context with { Role = code }),
            .. Members("context.affected", taxonomy.Affected, context.Affected,
                codes => declaration with { Context = context with { Affected = codes } }),
            .. Words("context.scale", taxonomy.Scales, context.Scale, code => context with { Scale = code }),
            .. Words("context.reversibility", taxonomy.Reversibilities, context.Reversibility, code => context with { Reversibility = code }),
            .. Words("context.access", taxonomy.Accesses, context.Access, code => context with { Access = code }),
            .. Words("context.incentive", taxonomy.Incentives, context.Incentive, code => context with { Incentive = code }),
            .. Words("context.environment", taxonomy.Environments, context.Environment, code => context with { Environment = code }),
        ];

        IEnumerable<Variant> Words(string axis, IReadOnlyList<Term> terms, string word, Func<string, ContextOfUse> with) =>
            from term in terms
            where term.Code != word
            select new Variant(axis, word, term.Code, declaration with { Context = with(term.Code) });
    }

    private static IEnumerable<Variant> Members(
        string axis, IReadOnlyList<Term> terms, IReadOnlyList<string> declared, Func<IReadOnlyList<string>, Declaration> with) =>
    [
        .. declared.Select(code => new Variant(axis, code, null, with([.. declared.Where(other => other != code)]))),
        .. terms.Where(term => !declared.Contains(term.Code)).Select(term => new Variant(axis, null, term.Code, with([.. declared, term.Code]))),
    ];

    private sealed record Variant(string Axis, string? From, string? To, Declaration Declaration);
}

/// <summary>One change of the declaration that would lead to another tier.</summary>
/// <param name="Axis">The changed member, such as <c>context.role</c> or <c>capabilities</c>.</param>
/// <param name="From">The declared word; null where the change adds one.</param>
/// <param name="To">The word instead; null where the change takes one away.</param>
/// <param name="Tier">The tier that it would lead to.</param>
/// <param name="Rules">Ids of the rules that would begin or cease to hold.</param>
public sealed record TierChange(string Axis, string? From, string? To, RiskTier Tier, IReadOnlyList<string> Rules);
