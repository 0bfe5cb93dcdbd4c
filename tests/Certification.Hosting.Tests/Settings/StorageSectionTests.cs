using Certification.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Certification.Hosting.Tests.Settings;

public sealed class StorageSectionTests
{
    [Theory]
    [InlineData("Storage:ConnectionString=UseDevelopmentStorage=true")]
    [InlineData("Storage:AccountName=certificationxa")]
    [InlineData("Storage:TableEndpoint=https://xa.table.core.usgovcloudapi.net", "Storage:BlobEndpoint=https://xa.blob.core.usgovcloudapi.net")]
    public void An_account_is_named_in_one_of_three_ways(params string[] settings) =>
        Assert.Equal(settings[0].Split('=')[0], Read(settings).Key);

    [Fact]
    public void An_account_that_is_named_twice_is_refused()
    {
        var refused = Assert.Throws<SettingsException>(
            () => Read("Storage:ConnectionString=UseDevelopmentStorage=true", "Storage:AccountName=certificationxa"));
        Assert.Equal("Storage:AccountName", refused.Key);
        Assert.Contains("Storage:ConnectionString", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage:ConnectionString", "Storage:Prefix=xa")]
    [InlineData("Storage:AccountName", "Storage:AccountName=xa.evil.example/")]
    [InlineData("Storage:AccountName", "Storage:AccountName=XA")]
    [InlineData("Storage:BlobEndpoint", "Storage:TableEndpoint=https://xa.table.core.windows.net")]
    [InlineData("Storage:TableEndpoint", "Storage:TableEndpoint=xa.table.core.windows.net")]
    public void A_wrong_setting_is_named_by_its_key(string key, params string[] settings) =>
        Assert.Equal(key, Assert.Throws<SettingsException>(() => Read(settings)).Key);

    private static StorageSection Read(params string[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => setting.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]))).Build().Read<StorageSection>("Storage");
}
