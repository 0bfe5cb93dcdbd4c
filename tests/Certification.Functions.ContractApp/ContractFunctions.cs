using System.Text.Json;
using Certification.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Certification.Functions.ContractApp;

/// <summary>One function for each workflow and activity of the engine contract.</summary>
public sealed class ContractFunctions(DurableWorkflows workflows)
{
    [Function("contract-double")]
    public Task<JsonElement> Double([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("contract-double", call, client, stop);

    [Function("contract-flaky")]
    public Task<JsonElement> Flaky([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("contract-flaky", call, client, stop);

    [Function("contract-operation")]
    public Task<JsonElement> Operation([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("contract-operation", call, client, stop);

    [Function("contract-text")]
    public Task<JsonElement> Text([ActivityTrigger] JsonElement call, [DurableClient] DurableTaskClient client, CancellationToken stop) =>
        workflows.Run("contract-text", call, client, stop);

    [Function("contract-note-after-go")]
    public Task<JsonElement> NoteAfterGo([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-note-with-deadline")]
    public Task<JsonElement> NoteWithDeadline([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-two-notes")]
    public Task<JsonElement> TwoNotes([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-sleeper")]
    public Task<JsonElement> Sleeper([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-cancelled-timer")]
    public Task<JsonElement> CancelledTimer([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-counter")]
    public Task<JsonElement> Counter([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-continuing")]
    public Task<JsonElement> Continuing([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-stable")]
    public Task<JsonElement> Stable([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-parent")]
    public Task<JsonElement> Parent([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-parent-of-failing")]
    public Task<JsonElement> ParentOfFailing([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-parent-of-waiting")]
    public Task<JsonElement> ParentOfWaiting([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-fickle")]
    public Task<JsonElement> Fickle([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-fickle-timer")]
    public Task<JsonElement> FickleTimer([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-foreign")]
    public Task<JsonElement> Foreign([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-half-foreign")]
    public Task<JsonElement> HalfForeign([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-five-steps")]
    public Task<JsonElement> FiveSteps([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-retrying")]
    public Task<JsonElement> Retrying([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-giving-up")]
    public Task<JsonElement> GivingUp([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-fan-out")]
    public Task<JsonElement> FanOut([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-operations")]
    public Task<JsonElement> Operations([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-throwing")]
    public Task<JsonElement> Throwing([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-long-text")]
    public Task<JsonElement> LongText([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-echo")]
    public Task<JsonElement> Echo([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);

    [Function("contract-pinned-version")]
    public Task<JsonElement> PinnedVersion([OrchestrationTrigger] TaskOrchestrationContext context) => workflows.Run(context);
}
