using Certification.Bench.Harness;

namespace Certification.Bench.Storage;

/// <summary>Peak of resident memory of either side, each in a process of its own, for 256 MB and 1 GB.</summary>
internal sealed class EvidenceMemory : IBenchmark
{
    private const double MostMegabytes = 200;
    private const double MostGrowth = 1.1;

    public string Name => "evidence: memory";

    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        await using var evidence = await EvidenceOnDisk.Prepare();
        var results = new List<BenchResult>();
        foreach (var side in (string[])["upload", "seal"])
        {
            var small = await MemoryProbe.PeakMegabytes(side, evidence.ConnectionString, EvidenceOnDisk.Size);
            var large = await MemoryProbe.PeakMegabytes(side, evidence.ConnectionString, 4 * EvidenceOnDisk.Size);
            results.Add(new BenchResult(
                $"evidence: peak memory of {side}, 1 GB", "the limit", MostMegabytes, large, "MB", large / MostMegabytes, 1, Direction.AtMost));
            results.Add(new BenchResult(
                $"evidence: growth of {side}, 1 GB to 256 MB", "256 MB", small, large, "MB", large / small, MostGrowth, Direction.AtMost));
        }
        return results;
    }
}
