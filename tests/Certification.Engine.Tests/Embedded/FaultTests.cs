using Certification.Engine.Tests.Contract;
using Certification.Storage;
using Certification.Testing;
using Certification.Testing.Faults;
using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Embedded;

public sealed class FaultTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task With_one_call_in_ten_going_wrong_every_workflow_completes_exactly_once(int seed)
    {
        using var stage = EngineStage.New(azurite);
        await stage.Storage().CreateMissing();
        var faults = new FaultyTransport(seed);
        var settings = new StorageClientSettings { PerAttempt = faults, RetryDelay = TimeSpan.FromMilliseconds(5) };
        await using var engine = await stage.StartEngine(settings: settings);

        var ids = Enumerable.Range(1, 15).Select(n => $"steps-{n}").ToList();
        await Task.WhenAll(ids.Select((id, n) => engine.Start(ContractWorkflows.FiveSteps, id, n + 1)));
        await Task.WhenAll(Enumerable.Range(1, 5).Select(n => Count(engine, $"count-{n}")));

        foreach (var (id, n) in ids.Select((id, n) => (id, n)))
        {
            Assert.Equal($"{(n + 1) * 32}", (await EngineStage.Ending(engine, id)).ResultJson);
            var history = (await stage.Rows(id)).Where(row => row.RowKey.StartsWith("h-", StringComparison.Ordinal));
            Assert.Equal([1, 2, 3, 4, 5], history.Select(row => row.GetInt32("Call")!.Value));
        }

        Assert.True(faults.Faults > 20, $"only {faults.Faults} faults");
    }

    private static async Task Count(EmbeddedEngine engine, string id)
    {
        Assert.Equal(StartOutcome.Started, await engine.Start(ContractWorkflows.Counter, id, 0));
        for (var n = 0; n < 6; n++)
            Assert.Equal(RaiseOutcome.Recorded, await engine.RaiseEvent(id, ContractWorkflows.Note, $"note-{n}", "x"));
        await engine.RaiseEvent(id, ContractWorkflows.Go, "go", "");
        Assert.Equal("6", (await EngineStage.Ending(engine, id)).ResultJson);
    }
}
