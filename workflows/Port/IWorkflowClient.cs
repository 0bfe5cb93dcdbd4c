namespace Certification.Workflows.Port;

/// <summary>How the world outside starts workflows and talks to them. One per engine.</summary>
public interface IWorkflowClient
{
    /// <summary>Starts an instance. When this returns, the start survives a crash.</summary>
    /// <returns><see cref="StartOutcome.AlreadyExists"/> when the id has been used before, also by an ended instance.</returns>
    Task<StartOutcome> Start<TInput, TResult>(
        WorkflowName<TInput, TResult> workflow, string instanceId, TInput input, CancellationToken cancellation = default);

    /// <summary>Writes an event into the instance's inbox. When this returns, the event survives a crash.</summary>
    /// <param name="eventId">Makes the sending idempotent: an id that the instance has received already is not received again.</param>
    Task<RaiseOutcome> RaiseEvent<TEvent>(
        string instanceId, EventName<TEvent> name, string eventId, TEvent payload, CancellationToken cancellation = default);

    /// <summary>Ends an instance from outside; its running activities end on their own and their results are dropped.</summary>
    /// <returns>False when there is no such instance or it has ended.</returns>
    Task<bool> Terminate(string instanceId, string reason, CancellationToken cancellation = default);

    /// <summary>Where an instance stands; null when there is none.</summary>
    Task<WorkflowState?> Query(string instanceId, CancellationToken cancellation = default);
}

/// <summary>What became of a start.</summary>
public enum StartOutcome { Started, AlreadyExists }

/// <summary>What became of an event: recorded, or refused because there is no such instance or it has ended.</summary>
public enum RaiseOutcome { Recorded, NoSuchInstance, InstanceEnded }

/// <summary>Life of an instance.</summary>
public enum WorkflowStatus { Running, Completed, Failed, Terminated }

/// <summary>Where an instance stands.</summary>
/// <param name="ResultJson">The result, when completed.</param>
/// <param name="FailureReason">Why, when failed or terminated.</param>
public sealed record WorkflowState(
    string InstanceId, string Workflow, int Version, WorkflowStatus Status, string? CustomStatus,
    string? ResultJson, string? FailureReason, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt);
