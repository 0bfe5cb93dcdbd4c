using System.Text.Json;
using Certification.Domain.Rulebooks.CertLogic;
using Certification.Domain.Submissions;

namespace Certification.Domain.Rulebooks;

/// <summary>Evaluates the expressions of a rulebook over what was declared.</summary>
internal static class RuleEvaluation
{
    /// <summary>The data that tier rules and evidence kinds see.</summary>
    public static JsonElement DataOf(Declaration declaration) => JsonSerializer.SerializeToElement(
        new { declaration.System, declaration.Capabilities, declaration.Context }, DomainJson.Options);

    /// <summary>True as well when the rule cannot be evaluated over this data: scrutiny may not drop because of an odd value.</summary>
    public static bool HoldsOrCannotTell(LogicExpression when, JsonElement data)
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
}
