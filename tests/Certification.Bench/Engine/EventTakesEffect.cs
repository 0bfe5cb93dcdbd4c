using Azure.Data.Tables;
using Certification.Bench.Harness;
using Certification.Storage;

namespace Certification.Bench.Engine;

/// <summary>From sending an event to the recorded end of the workflow that waited for it, out of memory, against the same
/// storage calls made bare: insert the event, read the row, query history and inbox, record the step.</summary>
internal sealed class EventTakesEffect : IBenchmark
{
    private const int Events = 100;

    public string Name => "engine: event takes effect";

    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        var table = (await storage.Fresh()).Table(StorageNames.WorkflowsTable);
        await using var engine = await BenchEngine.Start(await storage.Fresh());
        return
        [
            await new Comparison(Name, "the same storage calls, bare", "ms", 1.5, Direction.AtMost)
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
            times.Add(await EventTiming.Milliseconds(() => Calls(table, bare, id)));
        }

        return Comparison.Median(times);
    }

    private static async Task Calls(TableClient table, BareSteps bare, string id)
    {
        await table.AddEntityAsync(BareSteps.Event(id, 1));
        var instance = await table.GetEntityAsync<TableEntity>(id, "instance");
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id} and ((RowKey ge {"e-00000001"} and RowKey lt {"e."}) or (RowKey ge {"h-00000001"} and RowKey le {"h-00000000"}))");
        await foreach (var row in table.QueryAsync<TableEntity>(filter)) _ = row.RowKey;
        await bare.Step(id, instance.Value.ETag, BareSteps.History(id, 1), BareSteps.Event(id, 2));
    }

    private static async Task<double> Subject(BenchEngine engine)
    {
        var times = new List<double>();
        for (var n = 0; n < Events; n++)
        {
            var id = await EventTiming.NewWaiting(engine);
            var end = engine.End(id);
            times.Add(await EventTiming.Milliseconds(async () =>
            {
                await engine.Client.RaiseEvent(id, BenchEngine.Go, "1", "");
                await end;
            }));
        }

        return Comparison.Median(times);
    }
}
