using Microsoft.Extensions.Logging;

namespace Certification.Engine;

/// <summary>Everything that the engine logs. Ids are stable; operators' alerts rest on them.</summary>
internal static partial class EngineLog
{
    [LoggerMessage(1001, LogLevel.Information, "Node {Node} leads the engine, epoch {Epoch}.")]
    public static partial void Leads(this ILogger log, string node, long epoch);

    [LoggerMessage(1002, LogLevel.Warning, "Node {Node} no longer leads the engine; it stands by.")]
    public static partial void StandsBy(this ILogger log, string node);

    [LoggerMessage(1003, LogLevel.Information, "Recovered: {Waiting} instances wait, {Resumed} are resumed.")]
    public static partial void Recovered(this ILogger log, int waiting, int resumed);

    [LoggerMessage(1004, LogLevel.Error, "Storage did not answer the engine's housekeeping; it tries again.")]
    public static partial void LeadershipTrouble(this ILogger log, Exception exception);

    [LoggerMessage(1101, LogLevel.Information, "{Instance}: {Message}")]
    public static partial void WorkflowSaid(this ILogger log, string instance, string message);

    [LoggerMessage(1102, LogLevel.Debug, "{Instance} ended: {Status}.")]
    public static partial void Ended(this ILogger log, string instance, Workflows.Port.WorkflowStatus status);

    [LoggerMessage(1103, LogLevel.Error, "{Instance} failed: {Reason}")]
    public static partial void Failed(this ILogger log, string instance, string reason);

    [LoggerMessage(1104, LogLevel.Warning, "Activity {Activity} of {Operation} failed in attempt {Attempt} of {Attempts}.")]
    public static partial void ActivityAttemptFailed(
        this ILogger log, Exception exception, string activity, string operation, int attempt, int attempts);

    [LoggerMessage(1105, LogLevel.Warning, "{Instance}: a step could not be recorded; it is read again and tried again.")]
    public static partial void StepTrouble(this ILogger log, Exception exception, string instance);

    [LoggerMessage(1106, LogLevel.Error, "{Instance}: no workflow is registered as {Workflow}; the instance rests until one is.")]
    public static partial void UnknownWorkflow(this ILogger log, string instance, string workflow);

    [LoggerMessage(1107, LogLevel.Warning, "Ended instances could not be taken off the active index; the next start sweeps them.")]
    public static partial void RetireTrouble(this ILogger log, Exception exception);
}
