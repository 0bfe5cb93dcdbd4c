using Certification.Storage.Inbox;
using Certification.Workflows.Port;
using Microsoft.DurableTask.Client;

namespace Certification.Functions.Durable;

/// <summary>What the port shows of an instance, out of what Durable Functions says of its orchestration.</summary>
internal static class InstanceState
{
    /// <summary>The state; an instance that is registered and not yet at work counts as running.</summary>
    public static async Task<WorkflowState> Of(
        string id, StartRow start, OrchestrationMetadata? instance, PayloadStore payloads, CancellationToken cancellation)
    {
        var end = await End(instance, payloads, cancellation);
        return new WorkflowState(
            id, start.Workflow, start.Input.Version, end.Status, instance?.ReadCustomStatusAs<string>(), end.Result, end.Reason,
            start.Input.StartedAt, instance is null ? start.Input.StartedAt : instance.LastUpdatedAt + start.Input.ClockOffset);
    }

    private static async Task<RunEnd> End(OrchestrationMetadata? instance, PayloadStore payloads, CancellationToken cancellation)
    {
        switch (instance?.RuntimeStatus)
        {
            case OrchestrationRuntimeStatus.Completed:
                var end = WorkflowJson.Read<RunEnd>(instance.SerializedOutput!);
                return end.Result is null ? end : end with { Result = await payloads.Unpack(end.Result, cancellation) };
            case OrchestrationRuntimeStatus.Failed:
                return new RunEnd(WorkflowStatus.Failed, null, Reason(instance));
            case OrchestrationRuntimeStatus.Terminated:
                return new RunEnd(WorkflowStatus.Terminated, null, instance.SerializedOutput ?? "terminated in Durable Functions");
            default:
                return new RunEnd(WorkflowStatus.Running, null, null);
        }
    }

    /// <summary>The text of a failure: in its details, or in the output where the details are missing.</summary>
    private static string Reason(OrchestrationMetadata instance)
    {
        var text = instance.FailureDetails?.ToString() ?? instance.SerializedOutput ?? "no reason was kept";
        return text.Contains("NonDeterministicOrchestration", StringComparison.Ordinal)
            ? $"{nameof(NonDeterministicWorkflowException)}: {text}"
            : text;
    }
}
