using Certification.Domain.Evidence;

namespace Certification.Formats.Garak;

/// <summary>How one detector judged the answers to one probe.</summary>
/// <param name="Passed">Answers in which the attack did not succeed.</param>
/// <param name="Interval">Of the pass rate.</param>
internal sealed record GarakEvaluation(string Probe, string Detector, long Passed, long Total, ConfidenceInterval? Interval)
{
    public double Rate => (double)Passed / Total;

    /// <summary>"always.Pass" passes whatever it sees; garak ships it to test itself.</summary>
    public bool IsTrivial => Detector.StartsWith("always.", StringComparison.Ordinal);
}
