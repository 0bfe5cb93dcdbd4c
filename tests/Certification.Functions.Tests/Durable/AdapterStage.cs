using Certification.Engine.Tests.Contract;
using Certification.Functions.Durable;
using Certification.Functions.StandIns.Hub;
using Certification.Storage;
using Certification.Storage.Inbox;
using Certification.Testing;
using Certification.Workflows.Port;
using Microsoft.Extensions.Logging.Abstractions;

namespace Certification.Functions.Tests.Durable;

/// <summary>The adapter over a stand-in hub and real storage.</summary>
internal sealed class AdapterStage : IAsyncDisposable
{
    private readonly AuthorityStorage _storage;

    private AdapterStage(AuthorityStorage storage, WorkflowRegistry registry)
    {
        _storage = storage;
        Hub = new StandInHub
        {
            Orchestrator = _ => throw new InvalidOperationException("No code is deployed."),
            Activity = (_, _, _) => throw new InvalidOperationException("No code is deployed."),
        };
        (Client, Bells, Starts) = Deploy(registry);
    }

    public StandInHub Hub { get; }

    public JumpingTime Time { get; } = new();

    public FunctionsWorkflowClient Client { get; private set; }

    public DoorbellRinger Bells { get; private set; }

    public StartRegister Starts { get; private set; }

    public static async Task<AdapterStage> New(AzuriteFixture azurite)
    {
        var storage = AuthorityStorage.Open(azurite.Address, AzuriteFixture.NewPrefix());
        await storage.CreateMissing();
        return new AdapterStage(storage, ContractWorkflows.Registry());
    }

    /// <summary>Replaces the code under the instances of the hub.</summary>
    public void Upgrade(WorkflowRegistry registry) => (Client, Bells, Starts) = Deploy(registry);

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private (FunctionsWorkflowClient Client, DoorbellRinger Bells, StartRegister Starts) Deploy(WorkflowRegistry registry)
    {
        var payloads = new PayloadStore(_storage.Container(StorageNames.WorkflowsContainer));
        var table = _storage.Table(StorageNames.OrchestrationsTable);
        var (inbox, starts) = (new EventInbox(table, payloads), new StartRegister(table, payloads));
        var desk = new InstanceDesk(inbox, payloads, starts, registry, Time);
        var (source, durable) = (new DurableClientSource(), new StandInClient(Hub));
        source.Offer(durable);
        var bells = new DoorbellRinger(source, NullLogger<DoorbellRinger>.Instance);
        var workflows = new DurableWorkflows(registry, payloads, desk, bells, source, NullLogger.Instance);
        Hub.Orchestrator = workflows.Run;
        Hub.Activity = (name, input, stop) => name.StartsWith("engine-", StringComparison.Ordinal)
            ? workflows.RunEngineActivity(name, input, stop)
            : workflows.Run(name, input, durable, stop);
        var client = new FunctionsWorkflowClient(registry, starts, inbox, desk, payloads, source, bells, Time)
        {
            OtherStarterPatience = TimeSpan.FromMilliseconds(500),
        };
        return (client, bells, starts);
    }
}
