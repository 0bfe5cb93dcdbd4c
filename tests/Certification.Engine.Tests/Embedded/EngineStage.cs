using Azure.Data.Tables;
using Certification.Engine.Tests.Contract;
using Certification.Storage;
using Certification.Testing;
using Certification.Workflows.Port;

namespace Certification.Engine.Tests.Embedded;

/// <summary>Storage of one test, and engines on it, each with a node folder.</summary>
internal sealed class EngineStage : IDisposable
{
    private readonly AzuriteFixture _azurite;
    private readonly string _prefix;
    private readonly string _folder = Directory.CreateTempSubdirectory("engine-node-").FullName;

    private EngineStage(AzuriteFixture azurite, string prefix) => (_azurite, _prefix) = (azurite, prefix);

    /// <summary>Business time of all engines of the test.</summary>
    public JumpingTime Time { get; } = new();

    /// <summary>Fresh storage.</summary>
    public static EngineStage New(AzuriteFixture azurite) => new(azurite, AzuriteFixture.NewPrefix());

    /// <summary>The storage as another client sees it.</summary>
    public AuthorityStorage Storage(StorageClientSettings? settings = null) =>
        AuthorityStorage.Open(_azurite.Address, _prefix, settings);

    /// <summary>An engine that is not started.</summary>
    public EmbeddedEngine NewEngine(
        string node = "a", StorageClientSettings? settings = null, WorkflowRegistry? registry = null) =>
        new(EngineOptions.For(Storage(settings), Path.Combine(_folder, node)) with { PollInterval = TimeSpan.FromMilliseconds(100) },
            registry ?? ContractWorkflows.Registry(), Time);

    /// <summary>An engine at work, or standing by.</summary>
    public async Task<EmbeddedEngine> StartEngine(
        string node = "a", StorageClientSettings? settings = null, WorkflowRegistry? registry = null)
    {
        var engine = NewEngine(node, settings, registry);
        await engine.StartAsync();
        return engine;
    }

    /// <summary>An instance once it has ended.</summary>
    public static async Task<WorkflowState> Ending(IWorkflowClient client, string id)
    {
        var giveUp = DateTime.UtcNow.AddMinutes(1);
        while (DateTime.UtcNow < giveUp)
        {
            if (await client.Query(id) is { Status: not WorkflowStatus.Running } ended) return ended;
            await Task.Delay(10);
        }

        throw new TimeoutException($"{id} does not end: {await client.Query(id)}");
    }

    /// <summary>All rows of an instance, as an engine stored them.</summary>
    public async Task<IReadOnlyList<TableEntity>> Rows(string id)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id}");
        await foreach (var row in Storage().Table(StorageNames.WorkflowsTable).QueryAsync<TableEntity>(filter)) rows.Add(row);
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
