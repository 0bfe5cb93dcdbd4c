using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Certification.Hosting.Telemetry;

/// <summary>Leaves of a log record its template, the values that are known to be harmless, and of an exception its type and
/// where it was thrown. The full text stays in the process's own log, which does not leave the machine by itself.</summary>
internal sealed class LogRedaction : BaseProcessor<LogRecord>
{
    private const string Template = "{OriginalFormat}";

    // Reason, Message, Problem and Path are missing on purpose: they quote exceptions, workflows and callers.
    private static readonly HashSet<string> Kept =
    [
        "Activity", "Attempt", "Attempts", "Epoch", "Instance", "InstanceId", "Method", "Node", "Operation", "OperationId", "Resumed", "Status", "Subject",
        "TraceId", "Waiting", "Workflow",
    ];

    /// <inheritdoc/>
    public override void OnEnd(LogRecord data)
    {
        var given = data.Attributes ?? [];
        var isOurs = data.CategoryName?.StartsWith("Certification.", StringComparison.Ordinal) == true;
        var kept = given.Where(attribute => attribute.Key == Template || (isOurs && Kept.Contains(attribute.Key))).ToList();
        if (data.Exception is { } exception)
        {
            kept.Add(new("exception.type", exception.GetType().FullName));
            // Method names and lines; the message, which Exception.ToString would put before them, is not among them.
            kept.Add(new("exception.stacktrace", exception.StackTrace));
            data.Exception = null;
        }
        data.Attributes = kept;
        data.FormattedMessage = null;
        // A line that was not written by a template may be anything.
        data.Body = given.FirstOrDefault(attribute => attribute.Key == Template).Value as string;
    }
}
