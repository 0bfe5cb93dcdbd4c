using Certification.Hosting.Settings;

namespace Certification.Hosting.Telemetry;

/// <summary>Where telemetry goes.</summary>
/// <param name="Otlp">True when a collector is named; the exporter reads its variables itself.</param>
/// <param name="AzureMonitor">Connection string of an Application Insights resource; null for none.</param>
public sealed record TelemetryTargets(bool Otlp, string? AzureMonitor)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>True when it goes anywhere.</summary>
    public bool Any => Otlp || AzureMonitor is not null;

    /// <summary>Reads OpenTelemetry's <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> and Application Insights'
    /// <c>APPLICATIONINSIGHTS_CONNECTION_STRING</c>.</summary>
    /// <exception cref="SettingsException">What is set cannot be an address or a connection string.</exception>
    public static TelemetryTargets Read(IConfiguration configuration)
    {
        var (endpoint, connection) = (configuration[Endpoint], configuration[Connection]);
        if (string.IsNullOrWhiteSpace(endpoint)) endpoint = null;
        if (string.IsNullOrWhiteSpace(connection)) connection = null;
        // The exporters would drop everything without a word.
        if (endpoint is not null && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            throw new SettingsException(Endpoint, "it is not an absolute http or https URL");
        }
        if (connection?.Contains("InstrumentationKey=", StringComparison.OrdinalIgnoreCase) == false)
        {
            throw new SettingsException(Connection, "it has no InstrumentationKey");
        }
        return new TelemetryTargets(endpoint is not null, connection);
    }
}
