using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>One kind of evidence that a submission needs.</summary>
/// <param name="Demand">What it has to show in the submission's tier.</param>
public sealed record RequiredEvidence(EvidenceKind Kind, EvidenceDemand Demand);

/// <summary>Which evidence a submission needs.</summary>
public static class EvidencePlan
{
    /// <summary>The required kinds in the order of the catalogue. A kind whose own condition cannot be evaluated is required.</summary>
    public static IReadOnlyList<RequiredEvidence> For(Rulebook rulebook, RiskTier tier, Declaration declaration)
    {
        var data = RuleEvaluation.DataOf(rulebook.Taxonomy, declaration);
        return
        [
            .. from kind in rulebook.Evidence
               let demand = kind.DemandFor(tier)
               where demand is not null && (kind.When is null || RuleEvaluation.HoldsOrCannotTell(kind.When, data))
               select new RequiredEvidence(kind, demand),
        ];
    }
}
