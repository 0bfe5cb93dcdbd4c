using System.Text.Json.Nodes;
using Certification.Hosting.Settings;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Http;

/// <summary>A running authority whose trust list is replaced under it.</summary>
public sealed class TrustFollowingTests(AuthorityFixture xa) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-following-").FullName;

    private string ListFile => Path.Combine(_folder, "trust-list.jws");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_later_list_counts_and_is_published_without_a_restart()
    {
        var stop = TestContext.Current.CancellationToken;
        using var keys = KeyFolder.OpenOrCreate(Path.Combine(_folder, "keys"), "XA", "Authority of Exampland A", TimeProvider.System.GetUtcNow());
        await File.WriteAllTextAsync(ListFile, await List(keys, 1), stop);
        await using var server = await xa.Start("Development", ("Keys:Folder", Path.Combine(_folder, "keys")), ("Trust:ListFile", ListFile));
        using var client = AuthorityFixture.Client(server);
        Assert.Equal(1, await SequenceInUse(client));

        var second = await List(keys, 2);
        await File.WriteAllTextAsync(ListFile, second, stop);
        await Until(async () => await SequenceInUse(client) == 2);
        Assert.Equal(second, await client.GetStringAsync(new Uri("/public/trust/trust-list.jws", UriKind.Relative), stop));
    }

    [Fact]
    public async Task A_restart_with_an_earlier_list_than_was_published_is_refused()
    {
        var stop = TestContext.Current.CancellationToken;
        var folder = Path.Combine(_folder, "keys");
        using var keys = KeyFolder.OpenOrCreate(folder, "XA", "Authority of Exampland A", TimeProvider.System.GetUtcNow());
        (string, string)[] settings =
            [("Keys:Folder", folder), ("Trust:ListFile", ListFile), ("Storage:Prefix", Testing.AzuriteFixture.NewPrefix()), ("Node:Folder", _folder)];
        await File.WriteAllTextAsync(ListFile, await List(keys, 2), stop);
        await using (var server = await xa.Start("Development", settings)) await server.StopAsync(stop);

        await File.WriteAllTextAsync(ListFile, await List(keys, 1), stop);

        var refused = await Assert.ThrowsAsync<SettingsException>(() => xa.Start("Development", settings));
        Assert.Equal("Trust:ListFile", refused.Key);
    }

    private static async Task<string> List(KeyFolder keys, long sequence)
    {
        var now = TimeProvider.System.GetUtcNow();
        var self = keys.Describe(AuthorityFixture.BaseUrl, AuthorityFixture.BaseUrl + "/public");
        return await TrustListSigner.SignAsync(new("XA", sequence, now, now.AddYears(1), [self]), keys.Root);
    }

    private static async Task<long?> SequenceInUse(HttpClient client) => (long?)JsonNode.Parse(
        await client.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken))!["trustSequence"];

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds()) await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
    }
}
