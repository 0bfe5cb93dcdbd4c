using System.Text.Json;
using Certification.Functions.Durable;
using Microsoft.Azure.Functions.Worker;

namespace Certification.Functions.Triggers;

/// <summary>The activities by which orchestrations reach inbox and payloads.</summary>
public sealed class EngineFunctions(DurableWorkflows workflows)
{
    [Function(EngineActivities.LookIntoInbox)]
    public Task<JsonElement> LookIntoInbox([ActivityTrigger] JsonElement message, CancellationToken stop) =>
        workflows.RunEngineActivity(EngineActivities.LookIntoInbox, message, stop);

    [Function(EngineActivities.CloseInbox)]
    public Task<JsonElement> CloseInbox([ActivityTrigger] JsonElement message, CancellationToken stop) =>
        workflows.RunEngineActivity(EngineActivities.CloseInbox, message, stop);

    [Function(EngineActivities.AdmitChild)]
    public Task<JsonElement> AdmitChild([ActivityTrigger] JsonElement message, CancellationToken stop) =>
        workflows.RunEngineActivity(EngineActivities.AdmitChild, message, stop);

    [Function(EngineActivities.ReadPayload)]
    public Task<JsonElement> ReadPayload([ActivityTrigger] JsonElement message, CancellationToken stop) =>
        workflows.RunEngineActivity(EngineActivities.ReadPayload, message, stop);

    [Function(EngineActivities.KeepPayload)]
    public Task<JsonElement> KeepPayload([ActivityTrigger] JsonElement message, CancellationToken stop) =>
        workflows.RunEngineActivity(EngineActivities.KeepPayload, message, stop);
}
