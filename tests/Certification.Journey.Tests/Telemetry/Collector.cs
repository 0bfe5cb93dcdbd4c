using System.Collections.Concurrent;
using System.Net;
using System.Text;

namespace Certification.Journey.Tests.Telemetry;

/// <summary>A collector of telemetry as operators run one: takes OTLP over HTTP and keeps what came.</summary>
public sealed class Collector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(string Authority, string Signal, byte[] Body)> _received = new();
    private readonly string _address;

    private Collector()
    {
        _address = $"http://127.0.0.1:{TwoNations.FreePort()}/";
        _listener.Prefixes.Add(_address);
    }

    /// <summary>Starts one on a free port.</summary>
    public static Collector Start()
    {
        var collector = new Collector();
        collector._listener.Start();
        _ = collector.Receive();
        return collector;
    }

    /// <summary>The environment of an authority's server that sends everything here, and soon.</summary>
    public IEnumerable<KeyValuePair<string, string>> Settings(string authority) =>
    [
        new("OTEL_EXPORTER_OTLP_ENDPOINT", _address + authority),
        new("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        new("OTEL_BSP_SCHEDULE_DELAY", "200"),
        new("OTEL_BLRP_SCHEDULE_DELAY", "200"),
        new("OTEL_METRIC_EXPORT_INTERVAL", "1000"),
    ];

    /// <summary>All spans that came so far.</summary>
    public IReadOnlyList<TracedSpan> Spans() =>
        [.. _received.Where(message => message.Signal == "traces").SelectMany(message => TracedSpan.Read(message.Authority, message.Body))];

    /// <summary>True when a text stands anywhere in a signal (<c>traces</c>, <c>metrics</c>, <c>logs</c>; null for all): strings
    /// are UTF-8 in OTLP, so the raw bytes are searched and nothing can hide in a field that a reader does not know.</summary>
    public bool Contains(string text, string? signal = null)
    {
        var wanted = Encoding.UTF8.GetBytes(text);
        return _received.Any(message => (signal ?? message.Signal) == message.Signal && message.Body.AsSpan().IndexOf(wanted) >= 0);
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Close();

    private async Task Receive()
    {
        while (_listener.IsListening)
        {
            try
            {
                var call = await _listener.GetContextAsync();
                using var body = new MemoryStream();
                await call.Request.InputStream.CopyToAsync(body);
                var path = call.Request.Url!.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
                _received.Enqueue((path[0], path[^1], body.ToArray()));
                call.Response.Close();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // The test has ended, or a server was killed while it sent.
                continue;
            }
        }
    }
}
