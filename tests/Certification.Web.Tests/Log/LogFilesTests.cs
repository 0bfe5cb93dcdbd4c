using System.Text;
using System.Text.Json.Nodes;
using Certification.Domain;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Web.Certificates;
using Certification.Web.Tests.Support;
using Certification.Workflows.Activities.Log;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web.Tests.Log;

/// <summary>The log of a running authority as a stranger finds it.</summary>
public sealed class LogFilesTests(AuthorityFixture authority)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_authority_published_at_its_start_is_in_its_log()
    {
        var policy = Trust.Logs(0, TimeProvider.System.GetUtcNow());
        var checkpoint = policy.Open(await authority.Anybody.GetStringAsync(new Uri("/public/log/checkpoint", UriKind.Relative), Stop), out var fault);
        Assert.Null(fault);
        var bundle = EntryBundle.Read(await authority.Anybody.GetByteArrayAsync(
            new Uri($"/public/log/{TilePath.Holding(TilePath.Entries, 0, checkpoint!.Checkpoint.Size)}", UriKind.Relative), Stop));
        var entries = bundle.Select(entry => Encoding.UTF8.GetString(entry.Span)).ToList();

        Assert.Contains(Encoding.UTF8.GetString(LogEntry.OfTrust("XA", Trust.Digest).Bytes()), entries);
        Assert.True(entries.Count(entry => entry.Contains("\"rulebook\"", StringComparison.Ordinal) || entry.Contains("\"trust-list\"", StringComparison.Ordinal)) >= 3, "trust list, floor, national rulebook");
    }

    [Fact]
    public async Task An_entry_is_proved_to_whoever_names_it()
    {
        var entry = LogEntry.OfTrust("XA", Trust.Digest);
        var text = await authority.Anybody.GetStringAsync(
            new Uri($"/v1/log/proofs?kind=trust-list&subject=XA&digest={Trust.Digest.Hex}", UriKind.Relative), Stop);
        Assert.True(LogProof.TryParse(text, out var proof));
        Assert.NotNull(proof.Open(entry.Bytes(), Trust.Logs(0, TimeProvider.System.GetUtcNow()), out _));
    }

    [Theory]
    [InlineData("kind=trust-list&subject=XQ&digest=0000000000000000000000000000000000000000000000000000000000000000", 404, "log.entry-unknown")]
    [InlineData("kind=anything&subject=XA&digest=0000000000000000000000000000000000000000000000000000000000000000", 400, "log.entry-malformed")]
    [InlineData("kind=4&subject=XA&digest=0000000000000000000000000000000000000000000000000000000000000000", 400, "log.entry-malformed")]
    [InlineData("kind=trust-list&subject=XA&digest=00", 400, "log.entry-malformed")]
    public async Task What_is_no_entry_has_no_proof(string query, int status, string code)
    {
        using var answer = await authority.Anybody.GetAsync(new Uri($"/v1/log/proofs?{query}", UriKind.Relative), Stop);
        (await Reply.Of(answer)).IsProblem(status, code);
    }

    [Fact]
    public async Task The_log_says_by_which_keys_it_is_kept_and_where_it_lies()
    {
        var log = JsonNode.Parse(await authority.Anybody.GetStringAsync(new Uri("/v1/log", UriKind.Relative), Stop))!;
        Assert.Equal("xa.test/log", (string?)log["origin"]);
        Assert.Equal(Trust.Authority("XA")!.Log!.Keys[0], (string?)log["keys"]![0]);
        Assert.Equal(Trust.Authority("XA")!.Log!.Witnesses[0], (string?)log["witness"]);
        Assert.Equal($"{AuthorityFixture.BaseUrl}/public/log/checkpoint", (string?)log["checkpoint"]);
    }

    [Fact]
    public async Task A_checkpoint_is_fresh_within_seconds_and_a_tile_for_ever()
    {
        using var checkpoint = await authority.Anybody.GetAsync(new Uri("/public/log/checkpoint", UriKind.Relative), Stop);
        Assert.Equal(("text/plain", TimeSpan.FromSeconds(5)), (checkpoint.Content.Headers.ContentType!.MediaType, checkpoint.Headers.CacheControl!.MaxAge));
        await authority.Services.GetRequiredService<AuthorityLog>().Enter(new(LogEntryKind.AuditHead, "1", Sha256Digest.Of("tile"u8)), Stop);
        using var tile = await authority.Anybody.GetAsync(new Uri("/public/log/tile/entries/000.p/1", UriKind.Relative), Stop);
        Assert.Equal("application/octet-stream", tile.Content.Headers.ContentType!.MediaType);
        Assert.Contains(tile.Headers.CacheControl!.Extensions, extension => extension.Name == "immutable");
    }

    [Theory]
    [InlineData("log/checkpoint", true)]
    [InlineData("log/cosigned", true)]
    [InlineData("log/tile/entries/000", true)]
    [InlineData("log/tile/0/x001/x234/067.p/255", true)]
    [InlineData("log/tile/63/000", true)]
    [InlineData("log/head", false)]
    [InlineData("log/entries/0000", false)]
    [InlineData("log/staged/1-00", false)]
    [InlineData("log/witnessed/00", false)]
    [InlineData("log/checkpoint/", false)]
    [InlineData("log//checkpoint", false)]
    [InlineData("log/../certificates/XA-2026-000001.xml", false)]
    [InlineData("log/tile/../checkpoint", false)]
    [InlineData("log/tile/0/000.p/256", false)]
    [InlineData("log/tile/0/000.p/0", false)]
    [InlineData("log/tile/0/000.p/01", false)]
    [InlineData("log/tile/64/000", false)]
    [InlineData("log/tile/-1/000", false)]
    [InlineData("log/tile/0/0000", false)]
    [InlineData("log/tile/0/x01/000", false)]
    [InlineData("log/tile/0/000\n", false)]
    [InlineData("log/tile/0/\u0660\u0660\u0660", false)]
    [InlineData("log/tile/0/x000/x000/x000/x000/x000/x000/x000/000", false)]
    [InlineData("Log/checkpoint", false)]
    public void Only_the_public_files_of_the_log_are_looked_up(string path, bool isServed) => Assert.Equal(isServed, PublicPaths.IsServed(path));

    private TrustStore Trust => authority.Services.GetRequiredService<CurrentTrust>().Snapshot;
}
