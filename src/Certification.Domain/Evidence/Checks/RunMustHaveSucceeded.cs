namespace Certification.Domain.Evidence.Checks;

/// <summary>A run that did not end well supports no claim, whatever scores its log shows: a cancelled run reports the mean of
/// the samples that happened to be done. A format without a status claims nothing, which is worth knowing.</summary>
internal sealed class RunMustHaveSucceeded : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run)
            yield break;
        if (!run.CarriesStatus)
            yield return evidence.Observation("evidence.run-status-absent", $"Files of the format {evidence.Reading.Format} do not say how the run ended.");
        if (IsMetBy(run))
            yield break;
        var code = run.Status switch
        {
            "cancelled" => "evidence.run-cancelled",
            "started" => "evidence.run-unfinished",
            "error" => "evidence.run-failed",
            _ => "evidence.run-status-unknown",
        };
        yield return evidence.Major(code, $"The status of the run is \"{run.Status}\", so its scores do not count; run it to the end.", run.Places.Status);
    }

    internal static bool IsMetBy(EvaluationRun run) => run.Status == "success" || !run.CarriesStatus;
}
