using Certification.Hosting.Settings;
using Certification.Hosting.Telemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;

namespace Certification.Hosting.Tests.Telemetry;

public sealed class TelemetryTargetsTests
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Connection = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    [Theory]
    [InlineData("", "")]
    [InlineData(" ", " ")]
    public void Without_a_target_nothing_is_collected(string endpoint, string connection)
    {
        using var provider = Services((Endpoint, endpoint), (Connection, connection));
        Assert.Null(provider.GetService<TracerProvider>());
    }

    [Theory]
    [InlineData(Endpoint, "http://127.0.0.1:4317")]
    [InlineData(Connection, "InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint=http://127.0.0.1:1/")]
    public void A_target_is_enough(string key, string value)
    {
        using var provider = Services((key, value));
        Assert.NotNull(provider.GetService<TracerProvider>());
    }

    [Theory]
    [InlineData(Endpoint, "collector:4317")]
    [InlineData(Connection, "c2VjcmV0")]
    public void A_target_that_cannot_be_one_is_refused_without_being_quoted(string key, string value)
    {
        var refused = Assert.Throws<SettingsException>(() => Services((key, value)));
        Assert.Equal(key, refused.Key);
        Assert.DoesNotContain(value, refused.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging()
            .AddAuthorityTelemetry(TelemetryTargets.Read(configuration), "XA").BuildServiceProvider();
    }
}
