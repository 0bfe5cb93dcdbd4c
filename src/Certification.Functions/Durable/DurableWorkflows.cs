using System.Text.Json;
using Certification.Engine.Telemetry;
using Certification.Storage.Inbox;
using Certification.Workflows.Port;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Certification.Functions.Durable;

/// <summary>What the functions of workflows and activities call: the same few lines for each of them.</summary>
public sealed class DurableWorkflows
{
    private readonly WorkflowRegistry _registry;
    private readonly PayloadStore _payloads;
    private readonly InstanceDesk _desk;
    private readonly DoorbellRinger _bells;
    private readonly DurableClientSource _clients;
    private readonly ILogger _log;

    internal DurableWorkflows(
        WorkflowRegistry registry, PayloadStore payloads, InstanceDesk desk, DoorbellRinger bells, DurableClientSource clients, ILogger log) =>
        (_registry, _payloads, _desk, _bells, _clients, _log) = (registry, payloads, desk, bells, clients, log);

    /// <summary>The body of an orchestrator function. The function's name is the workflow's durable name.</summary>
    /// <returns>How the workflow ended.</returns>
    public async Task<JsonElement> Run(TaskOrchestrationContext durable)
    {
        var start = Wire.Read<RunInput>(durable.GetInput<JsonElement>());
        var workflow = _registry.Workflows[durable.Name.Name];
        var input = await new WirePayloads(new EngineCalls(durable)).Unpack(start.Input);
        var id = durable.InstanceId;
        var record = start.ToRecord(id, workflow.Name, input);
        var end = await new DurableRun(durable, workflow, start, record, () => _bells.ReportStray(id)).Run();
        if (end is { Status: WorkflowStatus.Failed } && !durable.IsReplaying) DurableLog.WorkflowFailed(_log, id, end.Reason!);
        return Wire.Of(end);
    }

    /// <summary>The body of an activity function.</summary>
    /// <param name="activity">Durable name of the activity.</param>
    /// <param name="client">As bound by the host: the outbox needs one while the activity runs.</param>
    public async Task<JsonElement> Run(string activity, JsonElement message, DurableTaskClient client, CancellationToken cancellation)
    {
        _clients.Offer(client);
        var call = Wire.Read<ActivityCall>(message);
        using var attempt = EngineTelemetry.StartAttempt(call.Trace, call.InstanceId, activity, call.Attempt);
        var context = new ActivityContext(call.InstanceId, call.OperationId, call.Attempt);
        try
        {
            var input = await _payloads.Unpack(call.Input, cancellation);
            var result = await _registry.Activities[activity].Run(context, input, cancellation);
            var answer = new ActivityAnswer(await _payloads.Pack(result, cancellation), null);
            attempt.Completed();
            return Wire.Of(answer);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            attempt.Failed(failure);
            DurableLog.AttemptFailed(_log, failure, activity, call.OperationId, call.Attempt);
            return Wire.Of(new ActivityAnswer(null, $"{failure.GetType().Name}: {failure.Message}"));
        }
    }

    /// <summary>The bodies of the functions that <see cref="EngineActivities"/> names.</summary>
    public async Task<JsonElement> RunEngineActivity(string name, JsonElement message, CancellationToken cancellation) => name switch
    {
        EngineActivities.LookIntoInbox => Wire.Of(await _desk.Look(Wire.Read<InboxLook>(message), cancellation)),
        EngineActivities.CloseInbox => Wire.Of(await _desk.Close(Wire.Read<InboxClosing>(message), cancellation)),
        EngineActivities.AdmitChild => Wire.Of(await _desk.Admit(Wire.Read<ChildCall>(message), cancellation)),
        EngineActivities.ReadPayload => Wire.Of(await _desk.Read(Wire.Read<PayloadPlace>(message), cancellation)),
        EngineActivities.KeepPayload => Wire.Of(await _desk.Keep(Wire.Read<PayloadPiece>(message), cancellation)),
        _ => throw new ArgumentException($"No engine activity is called {name}.", nameof(name)),
    };
}
