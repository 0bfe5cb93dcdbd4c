using System.Text.Json;
using Certification.Storage.Outbox;
using Certification.Workflows.Port;

namespace Certification.Workflows.Outbox;

/// <summary>Outbox messages by which a change of a subject reaches a workflow: the start or the event is written in the
/// change's own transaction, so that neither can be lost without the other.</summary>
public static class WorkflowOutbox
{
    /// <summary>Kind of a message that starts a workflow.</summary>
    public const string StartKind = "workflow-start";

    /// <summary>Kind of a message that raises an event.</summary>
    public const string EventKind = "workflow-event";

    /// <summary>Starts a workflow once the change stands. An id that has been used is left alone.</summary>
    public static OutboxMessage Start<TInput, TResult>(
        WorkflowName<TInput, TResult> workflow, string instanceId, TInput input) =>
        OutboxMessage.Of(StartKind, new StartMessage(workflow.Name, instanceId, WorkflowJson.Write(input)), instanceId);

    /// <summary>Raises an event once the change stands. An instance that has ended is left alone: the change itself was
    /// checked against the subject's state, which is what counts.</summary>
    /// <param name="eventId">Unique for this change, such as its operation id.</param>
    public static OutboxMessage Raise<TEvent>(string instanceId, EventName<TEvent> name, string eventId, TEvent payload) =>
        OutboxMessage.Of(EventKind, new EventMessage(instanceId, name.Name, WorkflowJson.Write(payload)), eventId);

    /// <summary>Names the handlers of both kinds.</summary>
    public static OutboxDispatcher OnWorkflowMessages(this OutboxDispatcher outbox, Func<IWorkflowClient> workflows) => outbox
        .On(StartKind, async (delivery, cancellation) =>
        {
            var start = delivery.Payload<StartMessage>();
            await workflows().Start(
                new WorkflowName<JsonElement, JsonElement>(start.Workflow), start.InstanceId, Json(start.InputJson), cancellation);
        })
        .On(EventKind, async (delivery, cancellation) =>
        {
            var raise = delivery.Payload<EventMessage>();
            await workflows().RaiseEvent(
                raise.InstanceId, new EventName<JsonElement>(raise.Name), delivery.Message.Id, Json(raise.PayloadJson), cancellation);
        });

    private static JsonElement Json(string text) => WorkflowJson.Read<JsonElement>(text);

    private sealed record StartMessage(string Workflow, string InstanceId, string InputJson);

    private sealed record EventMessage(string InstanceId, string Name, string PayloadJson);
}
