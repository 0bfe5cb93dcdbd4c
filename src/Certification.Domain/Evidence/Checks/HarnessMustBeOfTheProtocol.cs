namespace Certification.Domain.Evidence.Checks;

/// <summary>The same benchmark gives other scores under another harness or release, so that the protocol names those that count.</summary>
internal sealed class HarnessMustBeOfTheProtocol : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        if (evidence.Reading.Run is not { } run || evidence.Demand.Protocol?.Harnesses is not { } pinned)
            yield break;
        foreach (var (name, version) in evidence.Reading.Claims.Select(claim => (claim.Harness, claim.HarnessVersion)).Distinct())
        {
            var same = pinned.Where(harness => harness.Name == name).ToList();
            if (same.Count == 0)
            {
                yield return evidence.Major("evidence.harness-not-in-protocol",
                    $"{name ?? "An unnamed harness"} ran; the protocol wants {string.Join(", ", pinned)}.", run.Places.Harness);
            }
            else if (version is null)
                yield return evidence.Minor("evidence.harness-release-missing", $"The file does not say which release of {name} ran; the protocol wants {string.Join(", ", same)}.", run.Places.Harness);
            else if (!same.Exists(harness => harness.Admits(version)))
                yield return evidence.Major("evidence.harness-release-not-in-protocol", $"{name} {version} ran; the protocol wants {string.Join(", ", same)}.", run.Places.Harness);
        }
    }
}
