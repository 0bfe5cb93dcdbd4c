namespace Certification.Domain.Evidence.Checks;

/// <summary>A score that somebody changed afterwards is an opinion about the sample, not the harness's result.</summary>
internal sealed class ScoresMustNotBeEdited : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is { EditedSamples: > 0 } run)
            yield return evidence.Major("evidence.score-edited", $"The scores of {run.EditedSamples} samples were edited after the run; hand in the run as it was scored.", run.Places.Samples);
    }
}
