using System.Diagnostics;
using Azure.Monitor.OpenTelemetry.Exporter;
using Certification.Storage.Telemetry;
using Certification.Web.Telemetry;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Certification.Hosting.Telemetry;

/// <summary>Traces, metrics and logs of an authority by OpenTelemetry, to wherever the operator's environment points.</summary>
internal static class TelemetryHosting
{
    /// <summary>Every activity source and meter of this system; that of the embedded engine bears this name too.</summary>
    private const string Ours = "Certification.*";

    /// <summary>Exports by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set, and to Azure Monitor when
    /// <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c> is set; with neither, nothing is collected. OpenTelemetry's own variables
    /// for exporters and batches, <c>OTEL_SERVICE_NAME</c> and <c>OTEL_RESOURCE_ATTRIBUTES</c> hold as everywhere.</summary>
    /// <param name="authority">Code of the authority, by which services of several are told apart.</param>
    internal static IServiceCollection AddAuthorityTelemetry(
        this IServiceCollection services, TelemetryTargets targets, string authority)
    {
        if (!targets.Any) return services;
        var telemetry = services.AddRedactedTelemetry(authority);
        if (targets.Otlp)
        {
            telemetry.WithTracing(traces => traces.AddOtlpExporter())
                .WithMetrics(metrics => metrics.AddOtlpExporter())
                .WithLogging(logs => logs.AddOtlpExporter());
        }
        if (targets.AzureMonitor is { } connection)
        {
            telemetry.WithTracing(traces => traces.AddAzureMonitorTraceExporter(options => options.ConnectionString = connection))
                .WithMetrics(metrics => metrics.AddAzureMonitorMetricExporter(options => options.ConnectionString = connection))
                .WithLogging(logs => logs.AddAzureMonitorLogExporter(options => options.ConnectionString = connection));
        }
        return services;
    }

    /// <summary>The pipelines up to their exporters. Processors run in the order in which they were added, so whatever is
    /// exported has been redacted.</summary>
    internal static OpenTelemetryBuilder AddRedactedTelemetry(this IServiceCollection services, string authority)
    {
        // The SDKs of Azure hold their activity sources back behind this switch.
        AppContext.SetSwitch("Azure.Experimental.EnableActivitySource", true);
        return services.AddOpenTelemetry()
            .ConfigureResource(resource => resource
                .AddService($"certification-{authority.ToLowerInvariant()}", "certification").AddEnvironmentVariableDetector())
            .WithTracing(Trace)
            .WithMetrics(metrics => metrics.AddMeter(Ours).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation())
            .WithLogging(logs => logs.AddProcessor(new LogRedaction()));
    }

    private static void Trace(TracerProviderBuilder traces) => traces
        .SetSampler(new ParentBasedSampler(new OwnRootsSampler()))
        .AddSource(Ours).AddSource("Azure.Data.Tables.*", "Azure.Storage.Blobs.*", "Azure.Security.*")
        .AddAspNetCoreInstrumentation()
        // A call of Azure's SDK has a span of its own, which does not bear the address with keys of rows in it.
        .AddHttpClientInstrumentation(http => http.FilterHttpRequestMessage = _ => !IsOfAzure(Activity.Current))
        .AddProcessor(new SpanRedaction());

    private static bool IsOfAzure(Activity? span) =>
        span is not null && (span.Source.Name.StartsWith("Azure.", StringComparison.Ordinal) || IsOfAzure(span.Parent));
}
