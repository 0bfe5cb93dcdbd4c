using System.Diagnostics;
using Certification.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Certification.Hosting.Tests.Telemetry;

/// <summary>Secrets and names are planted wherever a library or a careless line might put them, and looked for in everything
/// that would be exported.</summary>
public sealed class RedactionTests : IAsyncLifetime
{
    private const string Planted = "ada-lovelace-c2VjcmV0";

    private static readonly ActivitySource Source = new("Certification.Tests");

    private readonly List<Activity> _spans = [];
    private readonly List<LogRecord> _logs = [];
    private readonly List<Metric> _metrics = [];
    private WebApplication _app = null!;

    [Fact]
    public async Task A_call_is_told_by_its_route_and_never_by_its_path_query_or_caller()
    {
        using (Source.StartActivity("step of a test", ActivityKind.Consumer))
        {
            using var http = new HttpClient();
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{_app.Urls.First()}/files/{Planted}?sv=1&sig={Planted}");
            request.Headers.Add("User-Agent", Planted);
            request.Headers.Add("Authorization", $"Bearer {Planted}");
            using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        }
        // The server's span ends after its answer has left.
        await _app.StopAsync(TestContext.Current.CancellationToken);
        Flush();
        Assert.Contains(_spans, span => span.Kind == ActivityKind.Client);
        Assert.Equal("/files/{name}", Assert.Single(_spans, span => span.Kind == ActivityKind.Server).GetTagItem("http.route"));
        Assert.Contains(_metrics, metric => metric.Name == "http.server.request.duration");
        Assert.DoesNotContain(Everything(), text => text.Contains(Planted, StringComparison.Ordinal));
    }

    [Fact]
    public void An_attribute_that_nobody_vouched_for_is_dropped_and_so_is_the_text_of_an_error()
    {
        using (var span = Source.StartActivity("step of a test", ActivityKind.Consumer))
        {
            span!.SetTag("enduser.id", Planted).SetTag("db.query.text", Planted).SetTag("certification.workflow.name", "certify-system");
            span.SetStatus(ActivityStatusCode.Error, Planted);
        }
        var told = Assert.Single(_spans);
        Assert.Equal(["certification.workflow.name"], told.TagObjects.Select(tag => tag.Key));
        Assert.Equal((ActivityStatusCode.Error, null), (told.Status, told.StatusDescription));
    }

    [Fact]
    public void Storage_calls_of_nobody_begin_no_trace()
    {
        using var azure = new ActivitySource("Azure.Data.Tables.TableClient");
        using (azure.StartActivity("TableClient.GetEntity", ActivityKind.Internal))
        {
        }
        Assert.Empty(_spans);
        using (Source.StartActivity("step of a test", ActivityKind.Consumer))
        using (azure.StartActivity("TableClient.GetEntity", ActivityKind.Internal))
        {
        }
        Assert.Equal(2, _spans.Count);
    }

    [Fact]
    public void A_log_record_keeps_its_template_and_of_an_exception_the_place_and_not_the_message()
    {
        var log = _app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Certification.Tests");
        try
        {
            throw new FormatException(Planted);
        }
        catch (FormatException thrown)
        {
            LogMessages.Failed(log, thrown, "case-1", Planted);
        }
        var record = Assert.Single(_logs, record => record.CategoryName == "Certification.Tests");
        Assert.Equal("{Instance} failed: {Reason}", record.Body);
        Assert.Contains(record.Attributes!, attribute => attribute is { Key: "Instance", Value: "case-1" });
        Assert.Contains(record.Attributes!, attribute => attribute is { Key: "exception.type", Value: "System.FormatException" });
        Assert.Contains(
            nameof(A_log_record_keeps_its_template_and_of_an_exception_the_place_and_not_the_message),
            (string)record.Attributes!.Single(attribute => attribute.Key == "exception.stacktrace").Value!, StringComparison.Ordinal);
        Assert.DoesNotContain(Everything(), text => text.Contains(Planted, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddRedactedTelemetry("XA")
            .WithTracing(traces => traces.AddInMemoryExporter(_spans))
            .WithLogging(logs => logs.AddInMemoryExporter(_logs))
            .WithMetrics(metrics => metrics.AddInMemoryExporter(_metrics));
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapGet("/files/{name}", (string name) => name);
        await _app.StartAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private void Flush()
    {
        _app.Services.GetRequiredService<TracerProvider>().ForceFlush();
        _app.Services.GetRequiredService<MeterProvider>().ForceFlush();
    }

    private IEnumerable<string> Everything()
    {
        Flush();
        foreach (var span in _spans)
        {
            yield return span.DisplayName;
            yield return span.StatusDescription ?? "";
            foreach (var (_, value) in span.TagObjects.Concat(span.Events.SelectMany(step => step.Tags))) yield return $"{value}";
        }
        foreach (var record in _logs)
        {
            yield return $"{record.Body} {record.FormattedMessage} {record.Exception}";
            foreach (var (_, value) in record.Attributes ?? []) yield return $"{value}";
        }
        foreach (var metric in _metrics)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                foreach (var (_, value) in point.Tags) yield return $"{value}";
            }
        }
    }
}

internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Error, "{Instance} failed: {Reason}")]
    internal static partial void Failed(ILogger log, Exception cause, string instance, string reason);
}
