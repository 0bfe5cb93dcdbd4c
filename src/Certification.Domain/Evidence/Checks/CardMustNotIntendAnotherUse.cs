using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A card that intends the model for a sector or a capability which was not declared speaks of another system, or of a use
/// that was kept back. Where nobody reads the card, that bars the case; where an assessor does, it is for the assessor to weigh.</summary>
internal sealed class CardMustNotIntendAnotherUse : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        var declared = evidence.Declaration.Capabilities.Append(evidence.Declaration.Context.Sector).ToHashSet();
        var others = evidence.Taxonomy.Sectors.Concat(evidence.Taxonomy.Capabilities)
            .Where(term => !declared.Contains(term.Code)).ToList();
        foreach (var statement in evidence.Reading.Card?.IntendedUses ?? [])
        {
            if (others.Find(term => IsNamedIn(statement.Text, term)) is { } other)
            {
                var message = $"The card intends a use that is not declared ({other.Code}): {statement.Text}";
                yield return evidence.Tier == RiskTier.Minimal
                    ? evidence.Major("evidence.use-undeclared", message, $"line {statement.Line}")
                    : evidence.Minor("evidence.use-undeclared", message, $"line {statement.Line}");
            }
        }
    }

    private static bool IsNamedIn(string sentence, Term term) =>
        term.Words?.Any(word => sentence.Contains(word, StringComparison.OrdinalIgnoreCase)) is true;
}
