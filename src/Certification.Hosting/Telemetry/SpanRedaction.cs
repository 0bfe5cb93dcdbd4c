using System.Diagnostics;
using OpenTelemetry;

namespace Certification.Hosting.Telemetry;

/// <summary>Leaves of a span what is known to be harmless: names of ours, numbers, ids, codes. Everything else goes, so that
/// an attribute which a library invents tomorrow does not carry a path, a query, a signature or an address of a person out.</summary>
internal sealed class SpanRedaction : BaseProcessor<Activity>
{
    // Of a client's call the host remains (server.address), of a server's the route as mapped, never as called.
    private static readonly HashSet<string> Kept =
    [
        "az.namespace", "az.client_request_id", "az.service_request_id", "db.system.name", "db.operation.name", "error.type", "http.request.method",
        "http.request.resend_count", "http.response.status_code", "http.route", "network.protocol.name", "network.protocol.version",
        "rpc.method", "rpc.service", "rpc.system", "server.address", "server.port", "url.scheme",
    ];

    /// <inheritdoc/>
    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToArray())
        {
            if (!IsKept(name)) data.SetTag(name, null);
        }
        // Libraries describe an error by its message, or by all of the exception.
        if (data.StatusDescription is not null) data.SetStatus(data.Status);
    }

    internal static bool IsKept(string attribute) =>
        Kept.Contains(attribute) || attribute.StartsWith("certification.", StringComparison.Ordinal);
}
