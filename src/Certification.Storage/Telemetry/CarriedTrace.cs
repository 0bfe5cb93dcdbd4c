using System.Diagnostics;

namespace Certification.Storage.Telemetry;

/// <summary>Trace context that is written down with a message or an instance, so that whoever goes on with it, perhaps in
/// another process and after months, goes on with its trace. In rows it is the text of a W3C <c>traceparent</c>.</summary>
public static class CarriedTrace
{
    /// <summary>What to write down now; null when nothing is traced.</summary>
    public static string? Current => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    /// <summary>The context that was written down; the default one, which is nobody's child, for null or what cannot be read.</summary>
    public static ActivityContext Read(string? carried) =>
        ActivityContext.TryParse(carried, traceState: null, isRemote: true, out var context) ? context : default;
}
