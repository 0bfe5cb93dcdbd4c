namespace Certification.Domain.Evidence.Checks;

/// <summary>Scores of two versions of a benchmark cannot be compared, so that the protocol names the versions that count.</summary>
internal sealed class BenchmarkMustBeOfAPinnedVersion : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        foreach (var (name, version) in evidence.Reading.Claims.Select(claim => (claim.Benchmark, claim.BenchmarkVersion)).Distinct())
        {
            if (evidence.Demand.Protocol?.FindBenchmark(name) is not { Versions: { } versions } benchmark)
                continue;
            if (version is null)
            {
                yield return evidence.Minor("evidence.benchmark-version-missing",
                    $"The file does not say which version of {name} ran; the protocol wants {string.Join(", ", versions)}.", evidence.Reading.Run?.Places.Task);
            }
            else if (!benchmark.Admits(version))
            {
                yield return evidence.Major("evidence.benchmark-version-not-in-protocol",
                    $"Version {version} of {name} ran; the protocol wants {string.Join(", ", versions)}.", evidence.Reading.Run?.Places.Task);
            }
        }
    }
}
