using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>A safeguard is what it withstood.</summary>
internal sealed class SafeguardsMustHold : AssuranceCheck<Safeguards>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, Safeguards safeguards)
    {
        foreach (var safeguard in safeguards.All)
        {
            var (attempts, held) = (safeguard.Tests.Sum(test => test.Attempts) ?? 0, safeguard.Tests.Sum(test => test.Held) ?? 0);
            if (attempts == 0)
            {
                yield return evidence.Major("evidence.safeguard-untested", $"Nobody tried to get past \"{safeguard.Kind}\".", safeguard.Where);
                continue;
            }

            if (held > attempts)
                yield return evidence.Major("evidence.safeguard-counts-impossible", $"It held {held} times in {attempts} attempts: that cannot be.", safeguard.Where);
            foreach (var finding in Bound(evidence, PracticeMeasures.SafeguardAttempts, attempts, "evidence.safeguard-tested-too-little", $"{Counted.Of(attempts, "attempt")} on \"{safeguard.Kind}\"", safeguard.Where))
                yield return finding;
            var proved = Proportion.LowerBound(held, attempts);
            var found = FormattableString.Invariant($"\"{safeguard.Kind}\" held in {held} of {attempts} attempts, which proves a share of {proved:0.00} (95 %, one-sided)");
            foreach (var finding in Bound(evidence, PracticeMeasures.SafeguardHeld, proved, "evidence.safeguard-broken", found, safeguard.Where))
                yield return finding;
        }
    }
}
