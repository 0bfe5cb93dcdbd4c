namespace Certification.Domain.Evidence.Checks;

/// <summary>An assessment that found something is good evidence once what it found was mended, and on time.</summary>
internal sealed class RisksMustBeDealtWith : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Controls is not { } controls)
            yield break;
        foreach (var objective in controls.NotSatisfied.Take(20))
            yield return evidence.Major("evidence.control-not-satisfied", $"The objective {objective} was found not satisfied; mend it and have it assessed again.", "/assessment-results/results");
        foreach (var risk in controls.OpenRisks.Take(20))
        {
            if (!risk.HasRemediation)
                yield return evidence.Major("evidence.risk-without-remediation", $"Nothing is said to be done about \"{risk.Title}\".", risk.Where);
            yield return risk.Deadline < evidence.At
                ? evidence.Major("evidence.risk-overdue", $"\"{risk.Title}\" is {risk.Status} and was due on {risk.Deadline:yyyy-MM-dd}.", risk.Where)
                : evidence.Minor("evidence.risk-open", $"\"{risk.Title}\" is {risk.Status}.", risk.Where);
        }

        if (controls.PlanElsewhere is { } plan)
            yield return evidence.Observation("evidence.plan-not-at-hand", $"The results are of the plan {plan}, which is not in the file.", "/assessment-results/import-ap/href");
        if (controls.ObservationsExpireOn < evidence.At)
            yield return evidence.Major("evidence.statements-expired", $"All observations that expire had expired by {controls.ObservationsExpireOn:yyyy-MM-dd}.");
    }
}
