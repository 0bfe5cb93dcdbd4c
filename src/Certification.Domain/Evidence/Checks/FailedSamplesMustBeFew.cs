namespace Certification.Domain.Evidence.Checks;

/// <summary>Samples that ended with an error are left out of the score, and they are seldom the easy ones. A harness that is
/// told not to stop at errors still calls such a run a success.</summary>
internal sealed class FailedSamplesMustBeFew : IEvidenceCheck
{
    private const double TolerableShare = 0.05;

    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { Counts: { Total: > 0 and var total } counts } run)
            yield break;
        var failed = Math.Max(total - (counts.Completed ?? total), counts.Failed);
        if (failed <= 0)
            yield break;
        var message = $"{failed} of {total} samples were not completed.";
        yield return failed > TolerableShare * total
            ? evidence.Major("evidence.samples-failed", message, run.Places.Completed)
            : evidence.Minor("evidence.samples-failed", message, run.Places.Completed);
    }
}
