using System.Diagnostics;
using Azure.Data.Tables;
using Certification.Bench.Harness;
using Certification.Storage;

namespace Certification.Bench.Engine;

/// <summary>How long a sender waits until its event is recorded, against a bare insert of the same row.</summary>
internal sealed class EventAcknowledged : IBenchmark
{
    private const int Events = 100;

    public string Name => "engine: event acknowledged";

    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        var table = (await storage.Fresh()).Table(StorageNames.WorkflowsTable);
        await using var engine = await BenchEngine.Start(await storage.Fresh());
        return
        [
            await new Comparison(Name, "a bare insert", "ms", 1.5, Direction.AtMost)
                .Run(() => Floor(table), () => Subject(engine)),
        ];
    }

    private static async Task<double> Floor(TableClient table)
    {
        var (bare, times) = (new BareSteps(table), new List<double>());
        for (var n = 0; n < Events; n++)
        {
            var id = Guid.NewGuid().ToString("N");
            await bare.Start(id);
            // As the subject does, so that both meet storage equally rested.
            await Task.Delay(2);
            times.Add(await EventTiming.Milliseconds(() => table.AddEntityAsync(BareSteps.Event(id, 1))));
        }

        return Comparison.Median(times);
    }

    private static async Task<double> Subject(BenchEngine engine)
    {
        var times = new List<double>();
        for (var n = 0; n < Events; n++)
        {
            var id = await EventTiming.NewWaiting(engine);
            var end = engine.End(id);
            times.Add(await EventTiming.Milliseconds(() => engine.Client.RaiseEvent(id, BenchEngine.Go, "1", "")));
            await end;
        }

        return Comparison.Median(times);
    }
}

/// <summary>What the two event benchmarks share.</summary>
internal static class EventTiming
{
    /// <summary>An instance that waits and has left memory.</summary>
    public static async Task<string> NewWaiting(BenchEngine engine)
    {
        var id = Guid.NewGuid().ToString("N");
        await engine.Client.Start(BenchEngine.Waiting, id, 0);
        // Its agent leaves memory a moment after the start is answered; nothing outside the engine tells when.
        await Task.Delay(2);
        return id;
    }

    /// <summary>Wall-clock time of one call.</summary>
    public static async Task<double> Milliseconds(Func<Task> call)
    {
        var start = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
