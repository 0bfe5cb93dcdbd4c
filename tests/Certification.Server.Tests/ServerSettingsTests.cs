using Certification.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Certification.Server.Tests;

public sealed class ServerSettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Authority:Code"] = "XA",
        ["Authority:Name"] = "Authority of Exampland A",
        ["Authority:BaseUrl"] = "http://127.0.0.1:7071",
        ["Storage:ConnectionString"] = "UseDevelopmentStorage=true",
        ["Keys:Folder"] = "keys",
        ["Node:Folder"] = "node",
    };

    [Fact]
    public void The_settings_that_run_gives_are_enough() =>
        Assert.Equal(15, Read(Good).Engine.LeaseSeconds);

    [Theory]
    [InlineData("Authority:Code", null)]
    [InlineData("Node:Folder", null)]
    [InlineData("Engine:LeaseSeconds", "14")]
    [InlineData("Engine:LeaseSeconds", "soon")]
    public void A_wrong_setting_is_named_by_its_key(string key, string? value) =>
        Assert.Equal(key, Assert.Throws<SettingsException>(() => Read(new(Good) { [key] = value })).Key);

    private static ServerSettings Read(Dictionary<string, string?> settings) =>
        ServerSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), isDevelopment: true);
}
