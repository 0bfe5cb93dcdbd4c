using Certification.Storage.Blobs;
using Certification.Testing;
using Certification.Testing.Faults;
using Xunit;

namespace Certification.Storage.Tests.Blobs;

public sealed class PublicBlobsTests(AzuriteFixture azurite)
{
    private const string Path = "certificates/XA-2026-000001.xml";
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Anybody_fetches_a_published_blob_by_its_URL_with_type_and_cache_headers()
    {
        var blobs = new PublicBlobs(await azurite.NewStorage());
        await blobs.PutOnce(Path, "<a/>"u8.ToArray(), "application/xml", Stop);

        using var http = new HttpClient();
        var response = await http.GetAsync(blobs.UriOf(Path), Stop);

        Assert.Equal("<a/>", await response.Content.ReadAsStringAsync(Stop));
        Assert.Equal("application/xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), response.Headers.CacheControl!.MaxAge);
    }

    [Fact]
    public async Task The_same_content_again_is_adopted_and_other_content_is_refused()
    {
        var blobs = new PublicBlobs(await azurite.NewStorage());
        var first = await blobs.PutOnce(Path, "<a/>"u8.ToArray(), "application/xml", Stop);

        var same = await blobs.PutOnce(Path, "<a/>"u8.ToArray(), "application/xml", Stop);
        var other = await blobs.PutOnce(Path, "<b/>"u8.ToArray(), "application/xml", Stop);

        Assert.Equal(first.Value!.ETag, same.Value!.ETag);
        Assert.Equal("public.content-differs", other.Refusal!.Code);
        Assert.Equal("<a/>"u8.ToArray(), (await blobs.Find(Path, Stop))!.Content);
    }

    [Fact]
    public async Task A_version_replaces_only_the_one_it_was_made_from()
    {
        var blobs = new PublicBlobs(await azurite.NewStorage());
        var one = await Put(blobs, "one", null);

        var two = await Put(blobs, "two", one.ETag);
        var late = await blobs.PutVersion("status/1", "three"u8.ToArray(), "text/plain", one.ETag, TimeSpan.FromMinutes(1), Stop);
        var second = await blobs.PutVersion("status/1", "four"u8.ToArray(), "text/plain", null, TimeSpan.FromMinutes(1), Stop);

        Assert.Equal(("public.stale", "public.stale"), (late.Refusal!.Code, second.Refusal!.Code));
        Assert.Contains(two.ETag, late.Refusal.Message);
    }

    [Fact]
    public async Task A_version_whose_reply_was_lost_counts_as_written()
    {
        var blobs = new PublicBlobs(await azurite.NewStorage(new StorageClientSettings { PerAttempt = new ReplyLostOnce(write: 2) }));
        var one = await Put(blobs, "one", null);

        var two = await Put(blobs, "two", one.ETag);

        Assert.NotEqual(one.ETag, two.ETag);
        Assert.Equal(two.ETag, (await blobs.Find("status/1", Stop))!.ETag);
    }

    [Theory]
    [InlineData("../private/x")]
    [InlineData("a//b")]
    [InlineData("a/.hidden")]
    [InlineData("a\\b")]
    [InlineData("a b")]
    public async Task A_path_with_tricks_is_never_used(string path)
    {
        var blobs = new PublicBlobs(await azurite.NewStorage());

        Assert.Throws<ArgumentException>(() => blobs.UriOf(path));
        await Assert.ThrowsAsync<ArgumentException>(() => blobs.PutOnce(path, [], "text/plain", Stop));
    }

    private static async Task<PublicBlob> Put(PublicBlobs blobs, string text, string? ifMatch) => (await blobs.PutVersion(
        "status/1", System.Text.Encoding.UTF8.GetBytes(text), "text/plain", ifMatch, TimeSpan.FromMinutes(1), Stop)).Value!;
}
