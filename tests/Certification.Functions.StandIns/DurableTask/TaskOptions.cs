namespace Microsoft.DurableTask;

/// <summary>Stands in for the SDK's options of a call.</summary>
public record TaskOptions(TaskRetryOptions? Retry = null)
{
    public static TaskOptions FromRetryPolicy(RetryPolicy policy) => new(new TaskRetryOptions(policy));
}

/// <summary>Stands in for the SDK's way to try again.</summary>
public record TaskRetryOptions(RetryPolicy? Policy);

/// <summary>Stands in for the SDK's options of a sub-orchestration.</summary>
public record SubOrchestrationOptions : TaskOptions
{
    public SubOrchestrationOptions(TaskRetryOptions? retry = null, string? instanceId = null)
        : base(retry) => InstanceId = instanceId;

    public string? InstanceId { get; init; }
}

/// <summary>Stands in for the SDK's options of a start.</summary>
public record StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null);

/// <summary>Stands in for the SDK's retry policy.</summary>
public class RetryPolicy(
    int maxNumberOfAttempts, TimeSpan firstRetryInterval, double backoffCoefficient = 1.0, TimeSpan? maxRetryInterval = null,
    TimeSpan? retryTimeout = null)
{
    public int MaxNumberOfAttempts { get; } = maxNumberOfAttempts;

    public TimeSpan FirstRetryInterval { get; } = firstRetryInterval;

    public double BackoffCoefficient { get; } = backoffCoefficient;

    public TimeSpan MaxRetryInterval { get; } = maxRetryInterval ?? TimeSpan.FromHours(1);

    public TimeSpan RetryTimeout { get; } = retryTimeout ?? Timeout.InfiniteTimeSpan;
}

/// <summary>Stands in for the SDK's failure of an activity or sub-orchestration.</summary>
public sealed class TaskFailedException(string taskName, int taskId, TaskFailureDetails failureDetails)
    : Exception($"Task '{taskName}' (#{taskId}) failed with an unhandled exception: {failureDetails.ErrorMessage}")
{
    public string TaskName { get; } = taskName;

    public TaskFailureDetails FailureDetails { get; } = failureDetails;
}

/// <summary>Stands in for the SDK's words on a failure.</summary>
public record TaskFailureDetails(string ErrorType, string ErrorMessage)
{
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";
}
