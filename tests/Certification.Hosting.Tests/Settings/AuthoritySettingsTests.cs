using Certification.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Certification.Hosting.Tests.Settings;

public sealed class AuthoritySettingsTests
{
    private static readonly Dictionary<string, string?> Good = new()
    {
        ["Authority:Code"] = "XA",
        ["Authority:Name"] = "Authority of Exampland A",
        ["Authority:BaseUrl"] = "http://127.0.0.1:7071",
        ["Storage:ConnectionString"] = "UseDevelopmentStorage=true",
        ["Keys:Folder"] = "keys",
    };

    [Fact]
    public void Only_what_has_no_default_must_be_set()
    {
        var settings = Read(Good, isDevelopment: true);
        Assert.Equal("http://127.0.0.1:7071/public", settings.Authority.PublicUrl);
        Assert.Equal(20L << 30, settings.EvidenceLimit);
        Assert.Null(settings.KillAt);
    }

    [Theory]
    [InlineData("Authority:Code", null)]
    [InlineData("Authority:Code", "xa")]
    [InlineData("Authority:Code", "XAB")]
    [InlineData("Authority:Name", "  ")]
    [InlineData("Authority:BaseUrl", "127.0.0.1")]
    [InlineData("Authority:BaseUrl", "http://127.0.0.1:7071/")]
    [InlineData("Authority:BaseUrl", "ftp://127.0.0.1")]
    [InlineData("Storage:ConnectionString", null)]
    [InlineData("Keys:Folder", null)]
    [InlineData("Trust:ListFile", "/no/such/file")]
    [InlineData("Trust:AnchorFile", "/no/such/file")]
    [InlineData("Evidence:LimitBytes", "much")]
    [InlineData("Evidence:LimitBytes", "0")]
    [InlineData("Faults:KillAt", "now")]
    public void A_wrong_setting_is_named_by_its_key(string key, string? value)
    {
        var refused = Assert.Throws<SettingsException>(() => Read(new(Good) { [key] = value }, isDevelopment: true));
        Assert.Equal(key, refused.Key);
        Assert.Contains(key.Replace(":", "__", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Auth:Authority")]
    [InlineData("Auth:Audience")]
    public void Outside_Development_somebody_must_issue_tokens(string missing)
    {
        var settings = new Dictionary<string, string?>(Good) { ["Auth:Authority"] = "https://issuer.test", ["Auth:Audience"] = "xa", [missing] = null };
        Assert.Equal(missing, Assert.Throws<SettingsException>(() => Read(settings, isDevelopment: false)).Key);
    }

    [Fact]
    public void Faults_exist_in_Development_only()
    {
        var settings = new Dictionary<string, string?>(Good)
        {
            ["Auth:Authority"] = "https://issuer.test", ["Auth:Audience"] = "xa", ["Faults:KillAt"] = "3:before",
        };
        Assert.Equal("Faults:KillAt", Assert.Throws<SettingsException>(() => Read(settings, isDevelopment: false)).Key);
    }

    private static AuthoritySettings Read(Dictionary<string, string?> settings, bool isDevelopment) =>
        AuthoritySettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), isDevelopment);
}
