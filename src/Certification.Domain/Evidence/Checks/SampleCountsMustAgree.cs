namespace Certification.Domain.Evidence.Checks;

/// <summary>A header that counts other samples than the body carries describes another run, or a file that was cut.</summary>
internal sealed class SampleCountsMustAgree : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { Counts: { } counts } run)
            yield break;
        if (counts.Carried is null)
        {
            if (run.Places.Samples is not null)
                yield return evidence.Minor("evidence.samples-not-carried", "The log carries no sample records, so that nobody can look behind the scores.", run.Places.Samples);
        }
        else if (counts.Total is { } total && counts.Carried != total)
        {
            yield return evidence.Major("evidence.counts-disagree",
                $"The header counts {total} samples, the file carries {counts.Carried}.", run.Places.Total);
        }

        if (counts.InDataset * counts.Epochs < counts.Total)
        {
            yield return evidence.Major("evidence.counts-disagree",
                $"The header counts {counts.Total} samples of a dataset that has {counts.InDataset}.", run.Places.DatasetSize);
        }
    }
}
