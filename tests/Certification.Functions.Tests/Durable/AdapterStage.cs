using Certification.Engine.Tests.Contract;
using Certification.Functions.Durable;
using Certification.Functions.Tests.Hub;
using Certification.Storage;
using Certification.Storage.Inbox;
using Certification.Testing;
using Certification.Workflows.Port;
using Microsoft.Extensions.Logging.Abstractions;

namespace Certification.Functions.Tests.Durable;

/// <summary>The adapter over a stand-in hub and real storage.</summary>
internal sealed class AdapterStage : IAsyncDisposable
{
    private AdapterStage(StandInHub hub, FunctionsWorkflowClient client, DoorbellRinger bells, JumpingTime time, AuthorityStorage storage) =>
        (Hub, Client, Bells, Time, Storage) = (hub, client, bells, time, storage);

    public StandInHub Hub { get; }

    public FunctionsWorkflowClient Client { get; }

    public DoorbellRinger Bells { get; }

    public JumpingTime Time { get; }

    public AuthorityStorage Storage { get; }

    public static async Task<AdapterStage> New(AzuriteFixture azurite, WorkflowRegistry? registry = null)
    {
        var storage = AuthorityStorage.Open(azurite.Address, AzuriteFixture.NewPrefix());
        await storage.CreateMissing();
        registry ??= ContractWorkflows.Registry();
        var (time, source) = (new JumpingTime(), new DurableClientSource());
        var payloads = new PayloadStore(storage.Container(StorageNames.WorkflowsContainer));
        var table = storage.Table(StorageNames.OrchestrationsTable);
        var (inbox, starts) = (new EventInbox(table, payloads), new StartRegister(table, payloads));
        var desk = new InstanceDesk(inbox, payloads, starts, registry, time);
        var bells = new DoorbellRinger(source, NullLogger<DoorbellRinger>.Instance);
        var workflows = new DurableWorkflows(registry, payloads, desk, bells, source, NullLogger<DurableWorkflows>.Instance);
        StandInClient? durable = null;
        var hub = new StandInHub
        {
            Orchestrator = workflows.Run,
            Activity = (name, input, stop) => name.StartsWith("engine-", StringComparison.Ordinal)
                ? workflows.RunEngineActivity(name, input, stop)
                : workflows.Run(name, input, durable!, stop),
        };
        source.Offer(durable = new StandInClient(hub));
        var client = new FunctionsWorkflowClient(registry, starts, inbox, desk, payloads, source, bells, time);
        return new AdapterStage(hub, client, bells, time, storage);
    }

    public ValueTask DisposeAsync() => Hub.DisposeAsync();
}
