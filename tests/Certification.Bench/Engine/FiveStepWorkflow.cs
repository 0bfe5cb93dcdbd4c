using System.Diagnostics;
using Certification.Bench.Harness;
using Certification.Storage;

namespace Certification.Bench.Engine;

/// <summary>A workflow of five steps at 32 callers, against the same transactions made bare; and a loop over a queue, which
/// is how it would be done without an engine.</summary>
internal sealed class FiveStepWorkflow : IBenchmark
{
    private const int Callers = 32;
    private const int Workflows = 128;

    public string Name => "engine: 5-step workflow at 32 callers";

    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        var engine = await Engine(storage);
        // Once a minute Azurite collects the messages of its queues, and answers nothing for half of the next: the queue
        // has an Azurite of its own, and ends sooner.
        await using var storageOfQueue = await BenchStorage.Start();
        return [engine, await Queue(storageOfQueue)];
    }

    private async Task<BenchResult> Engine(BenchStorage storage)
    {
        var bare = new BareSteps((await storage.Fresh()).Table(StorageNames.WorkflowsTable));
        await using var engine = await BenchEngine.Start(await storage.Fresh());
        return await new Comparison(Name, "start + 5 steps as bare transactions", "workflows/s", 0.5, Direction.AtLeast)
            .Run(() => Rate(bare.FiveSteps), () => Rate(id => Whole(engine, id)));
    }

    private static async Task<BenchResult> Queue(BenchStorage storage)
    {
        var bare = new BareSteps((await storage.Fresh()).Table(StorageNames.WorkflowsTable));
        var queue = await QueueLoop.Start(storage.ConnectionString, (await storage.Fresh()).Table(StorageNames.WorkflowsTable));
        var beside = await new Comparison("  beside it: a queue message a step", "the same", "workflows/s", 0, Direction.ReportedOnly)
            .Run(() => Rate(bare.FiveSteps), () => Rate(queue.FiveSteps));
        await queue.Stop();
        return beside;
    }

    private static async Task Whole(BenchEngine engine, string id)
    {
        var end = engine.End(id);
        await engine.Client.Start(BenchEngine.FiveSteps, id, 0);
        await end;
    }

    private static async Task<double> Rate(Func<string, Task> one)
    {
        var round = Guid.NewGuid().ToString("N")[..8];
        var watch = Stopwatch.StartNew();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Callers };
        await Parallel.ForEachAsync(Enumerable.Range(0, Workflows), options, async (n, _) => await one($"{round}-{n}"));
        return Workflows / watch.Elapsed.TotalSeconds;
    }
}
