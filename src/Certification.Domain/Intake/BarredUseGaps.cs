using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>Uses for which no certificate is issued: said at once, before anybody spends effort on evidence.</summary>
internal static class BarredUseGaps
{
    public static IEnumerable<Gap> Of(Rulebook rulebook, Declaration declaration) => Hold(rulebook, declaration)
        .Select(use => new Gap("gap.use-barred", use.Id, use.Clause, $"No certificate is issued for this use: {use.Description}",
            "No evidence closes this gap. Change what the system does or where it is used and declare that, or withdraw the submission."));

    /// <summary>The barred uses that hold for this declaration; one that cannot be evaluated does.</summary>
    public static IEnumerable<BarredUse> Hold(Rulebook rulebook, Declaration declaration)
    {
        var data = RuleEvaluation.DataOf(rulebook.Taxonomy, declaration);
        return (rulebook.BarredUses ?? []).Where(use => RuleEvaluation.HoldsOrCannotTell(use.When, data));
    }
}
