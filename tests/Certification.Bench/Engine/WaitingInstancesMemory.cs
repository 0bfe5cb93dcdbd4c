using Certification.Bench.Harness;

namespace Certification.Bench.Engine;

/// <summary>Live managed memory of an instance that waits for a person, with a deadline.</summary>
internal sealed class WaitingInstancesMemory : IBenchmark
{
    private const int Step = 10_000;
    private const double Limit = 4096;

    public string Name => "engine: memory of a waiting instance";

    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        await using var engine = await BenchEngine.Start(await storage.Fresh());
        var first = await LiveAfter(engine, 0);
        var second = await LiveAfter(engine, Step);
        var each = (second - first) / (double)Step;
        return [new BenchResult(Name, "the limit of 4 KB", Limit, each, "bytes", each / Limit, 1, Direction.AtMost)];
    }

    private static async Task<long> LiveAfter(BenchEngine engine, int from)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = 32 };
        await Parallel.ForEachAsync(Enumerable.Range(from, Step), options, async (n, _) =>
            await engine.Client.Start(BenchEngine.Waiting, $"waiting-instance-{n:D8}", n));
        // Agents of the last starts leave memory a moment after their start is answered.
        await Task.Delay(2000);
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
