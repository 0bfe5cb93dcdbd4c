using System.Text.Json;
using Certification.Domain.Rulebooks.CertLogic;
using Certification.Domain.Submissions;

namespace Certification.Domain.Rulebooks;

/// <summary>Evaluates the expressions of a rulebook over what was declared.</summary>
internal static class RuleEvaluation
{
    /// <summary>The data that tier rules, barred uses and evidence kinds see: the declaration as it was made and, where the
    /// rulebook has national words, in the words of the floor.</summary>
    public static DeclaredData DataOf(Taxonomy taxonomy, Declaration declaration) => FloorWords.Differ(taxonomy)
        ? new([ToData(declaration), ToData(FloorWords.Of(taxonomy, declaration))])
        : new([ToData(declaration)]);

    /// <summary>True when the rule holds for either reading of the declaration.</summary>
    public static bool HoldsOrCannotTell(LogicExpression when, DeclaredData data) =>
        data.Readings.Any(reading => HoldsOrCannotTell(when, reading));

    /// <summary>True as well when the rule cannot be evaluated over this data: scrutiny may not drop because of an odd value.</summary>
    public static bool HoldsOrCannotTell(LogicExpression when, LogicData data)
    {
        try
        {
            return LogicEvaluator.Holds(when, data);
        }
        catch (LogicException)
        {
            return true;
        }
    }

    private static LogicData ToData(Declaration declaration) => LogicData.From(JsonSerializer.SerializeToElement(
        new { declaration.System, declaration.Capabilities, declaration.Context }, DomainJson.Options));
}

/// <summary>A declaration as rules see it.</summary>
/// <param name="Readings">One, or two where national words have wider ones.</param>
internal sealed record DeclaredData(IReadOnlyList<LogicData> Readings);
