using Certification.Domain.Intake;

namespace Certification.Domain.Evidence.Checks;

/// <summary>When the makers of a model advise against a use, a certificate for that use contradicts its own evidence. Prose is
/// compared by the words that the taxonomy lists for each declared code.</summary>
internal sealed class CardMustNotAdviseAgainstTheUse : IEvidenceCheck
{
    private static readonly string[] HighRiskWords = ["high-risk", "high risk", "high-stakes", "high stakes"];

    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        var words = DeclaredWords(evidence);
        foreach (var statement in evidence.Reading.Card?.AdvisedAgainst ?? [])
        {
            if (words.FirstOrDefault(word => statement.Text.Contains(word, StringComparison.OrdinalIgnoreCase)) is { } word)
            {
                yield return evidence.Major("evidence.card-advises-against-use",
                    $"The card advises against the declared use (\"{word}\"): {statement.Text}", $"line {statement.Line}");
            }
        }
    }

    private static IReadOnlyList<string> DeclaredWords(JudgedEvidence evidence)
    {
        var context = evidence.Declaration.Context;
        var codes = evidence.Declaration.Capabilities.Concat(context.Affected).Append(context.Sector).Append(context.Role).ToHashSet();
        var words = evidence.Taxonomy.Axes().SelectMany(axis => axis.Terms).Where(term => codes.Contains(term.Code)).SelectMany(term => term.Words ?? []);
        return [.. words, .. evidence.Tier >= RiskTier.High ? HighRiskWords : []];
    }
}
