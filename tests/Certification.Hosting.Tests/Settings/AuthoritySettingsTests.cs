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
        Assert.Equal(20L << 30, settings.Evidence.LimitBytes);
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
    [InlineData("Keys:Vault", "https://certification-xa.vault.azure.net")]
    [InlineData("Trust:ListFile", "/no/such/file")]
    [InlineData("Trust:AnchorFile", "/no/such/file")]
    [InlineData("Evidence:TrustedKeysFile", "/no/such/file")]
    [InlineData("Evidence:LimitBytes", "much")]
    [InlineData("Evidence:LimitBytes", "0")]
    [InlineData("Public:ReadsPerMinute", "1e3")]
    [InlineData("Storage:Prefix", "9")]
    [InlineData("Storage:AcountName", "certificationxa")]
    [InlineData("Trust:ListFile:Path", "trust-list.jws", "Trust:ListFile")]
    [InlineData("Faults:KillAt", "now")]
    public void A_wrong_setting_is_named_by_its_key(string key, string? value, string? named = null)
    {
        var refused = Assert.Throws<SettingsException>(() => Read(new(Good) { [key] = value }, isDevelopment: true));
        Assert.Equal(named ?? key, refused.Key);
        Assert.Contains((named ?? key).Replace(":", "__", StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void Keys_of_attestations_are_read_from_their_file_and_one_without_a_key_is_refused()
    {
        var file = Path.GetTempFileName();
        using var key = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);
        File.WriteAllText(file, key.ExportSubjectPublicKeyInfoPem());
        var evidence = Read(new(Good) { ["Evidence:TrustedKeysFile"] = file }, isDevelopment: true).Evidence;
        Assert.Single(evidence.TrustedKeys().Keys);
        File.WriteAllText(file, "nothing");
        Assert.Equal("Evidence:TrustedKeysFile", Assert.Throws<SettingsException>(evidence.TrustedKeys).Key);
        File.Delete(file);
    }

    [Fact]
    public void A_setting_that_does_not_exist_is_answered_with_those_that_do() => Assert.Contains(
        "AccountName",
        Assert.Throws<SettingsException>(() => Read(new(Good) { ["Storage:AcountName"] = "xa" }, isDevelopment: true)).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Evidence:LimitBytes")]
    [InlineData("Public:ReadsPerMinute")]
    [InlineData("Authority:Code")]
    [InlineData("Storage:AccountName")]
    [InlineData("Storage:Key")]
    public void A_secret_in_the_wrong_place_is_not_quoted(string key) => Assert.DoesNotContain(
        "c2VjcmV0",
        Assert.Throws<SettingsException>(() => Read(new(Good) { [key] = "AccountKey=c2VjcmV0" }, isDevelopment: true)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Blanks_around_a_value_are_dropped_and_a_blank_value_counts_as_not_set()
    {
        var settings = Read(new(Good) { ["Authority:Code"] = " XA ", ["Evidence:LimitBytes"] = " ", ["Trust:ListFile"] = "" }, isDevelopment: true);
        Assert.Equal(("XA", 20L << 30, null), (settings.Authority.Code, settings.Evidence.LimitBytes, settings.Trust.ListFile));
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
