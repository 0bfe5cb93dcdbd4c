using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Whether logs suffice is known by telling decisions from them, drawn at random.</summary>
internal sealed class DecisionsMustBeReconstructable : AssuranceCheck<LogSufficiency>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, LogSufficiency logs)
    {
        foreach (var one in logs.Reconstructions.Where(one => one.Reconstructed > one.Sampled || one.Sampled > one.Population))
            yield return evidence.Major("evidence.reconstruction-counts-impossible", $"{one.Reconstructed} of {one.Sampled} out of {one.Population}: that cannot be.", one.Where);
        var (sampled, told) = (logs.Reconstructions.Sum(one => one.Sampled) ?? 0, logs.Reconstructions.Sum(one => one.Reconstructed) ?? 0);
        foreach (var finding in Bound(evidence, PracticeMeasures.DecisionsSampled, sampled, "evidence.reconstructed-too-few", $"{Counted.Of(sampled, "decision")} drawn for reconstruction", "/reconstructions"))
            yield return finding;
        var proved = Proportion.LowerBound(told, sampled);
        var found = FormattableString.Invariant($"{told} of {sampled} decisions were reconstructed, which proves a share of {proved:0.00} (95 %, one-sided)");
        foreach (var finding in Bound(evidence, PracticeMeasures.ReconstructionRate, proved, "evidence.reconstruction-unproved", found, "/reconstructions"))
            yield return finding;
    }
}
