using Microsoft.Extensions.Logging;

namespace Certification.Functions.Durable;

/// <summary>What the adapter writes to the log.</summary>
internal static partial class DurableLog
{
    [LoggerMessage(1, LogLevel.Information, "{InstanceId}: {Line}")]
    public static partial void WorkflowSaid(ILogger log, string instanceId, string line);

    [LoggerMessage(2, LogLevel.Warning, "Activity {Activity} ({OperationId}) failed in attempt {Attempt}.")]
    public static partial void AttemptFailed(ILogger log, Exception failure, string activity, string operationId, int attempt);

    [LoggerMessage(3, LogLevel.Warning, "The doorbell of {InstanceId} could not be rung; the instance looks by itself later.")]
    public static partial void BellNotRung(ILogger log, Exception failure, string instanceId);

    /// <remarks>An alert of infra/ looks for this line by its category.</remarks>
    [LoggerMessage(4, LogLevel.Error, "Workflow {InstanceId} failed: {Reason}")]
    public static partial void WorkflowFailed(ILogger log, string instanceId, string reason);

    [LoggerMessage(5, LogLevel.Warning, "Workflows were not told of the clock; they are in two seconds.")]
    public static partial void ClockNotTold(ILogger log, Exception failure);
}
