using Certification.Hosting.Running;
using Certification.Hosting.Settings;
using Microsoft.Extensions.Configuration;

namespace Certification.Hosting.Tests.Running;

public sealed class StorageOpeningTests
{
    [Theory]
    [InlineData("DefaultEndpointsProtocol=https;AccountKey=c2VjcmV0")]
    [InlineData("c2VjcmV0")]
    [InlineData("TableEndpoint=c2VjcmV0;BlobEndpoint=c2VjcmV0")]
    public async Task A_connection_string_that_names_no_account_is_refused_without_being_quoted(string connection)
    {
        var settings = AuthoritySettings.Read(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Authority:Code"] = "XA",
                ["Authority:Name"] = "Authority of Exampland A",
                ["Authority:BaseUrl"] = "http://127.0.0.1:7071",
                ["Storage:ConnectionString"] = connection,
                ["Keys:Folder"] = "keys",
            }).Build(), isDevelopment: true);

        var refused = await Assert.ThrowsAsync<SettingsException>(() => StorageOpening.Open(settings));

        Assert.Equal("Storage:ConnectionString", refused.Key);
        Assert.DoesNotContain("c2VjcmV0", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }
}
