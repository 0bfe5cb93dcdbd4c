namespace Certification.Domain.Evidence.Checks;

/// <summary>Asking once where five answers were configured gives an unsafe answer a fifth of its chances to show.</summary>
internal sealed class OutputsMustBeAsConfigured : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is { GenerationsConfigured: { } configured, Counts: { InDataset: > 0 and var prompts, Carried: { } carried } } run
            && carried < prompts * configured)
        {
            yield return evidence.Minor("evidence.generations-missing",
                $"{configured} generations for each of {Counted.Of(prompts, "prompt")} were configured; {Counted.Of(carried, "output")} came.", run.Places.Samples);
        }
    }
}
