using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Certification.Domain;
using Certification.Storage.Blobs;
using Certification.Testing;
using Certification.Testing.Faults;
using Xunit;

namespace Certification.Storage.Tests.Blobs;

public sealed class EvidenceBlobsTests(AzuriteFixture azurite)
{
    private const string Case = "submission:a";
    private static readonly byte[] Content = [.. Enumerable.Range(0, 3_000_000).Select(n => (byte)(n * 31))];
    private static readonly Sha256Digest Digest = Sha256Digest.Of(Content);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upload_by_the_granted_URL_is_sealed_and_read_back_as_it_was()
    {
        var evidence = Open(await azurite.NewStorage());
        await Upload(evidence, Content);

        var sealing = await evidence.Seal(Case, "e-1", Content.Length, Digest, Stop);

        Assert.Equal(new SealedEvidence(Digest, Content.Length), sealing.Value);
        Assert.Equal(Content, await ReadAll(await evidence.OpenSealed(Case, Digest, Stop)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4 * 1024 * 1024)]
    [InlineData((20 * 1024 * 1024) + 1)]
    public async Task Evidence_of_no_buffer_some_whole_buffers_and_a_piece_more_has_the_digest_of_its_bytes(int length)
    {
        byte[] content = [.. Enumerable.Range(0, length).Select(n => (byte)(n * 31 >> 7))];
        var evidence = new EvidenceBlobs(await azurite.NewStorage(), limit: 100_000_000, TimeProvider.System);
        await Upload(evidence, content);

        var sealing = await evidence.Seal(Case, "e-1", length, Sha256Digest.Of(content), Stop);

        Assert.Equal(new SealedEvidence(Sha256Digest.Of(content), length), sealing.Value);
    }

    [Fact]
    public async Task The_granted_URL_cannot_read_what_was_uploaded()
    {
        var evidence = Open(await azurite.NewStorage());
        var blob = await Upload(evidence, Content);

        var error = await Assert.ThrowsAsync<Azure.RequestFailedException>(() => blob.DownloadContentAsync(Stop));

        Assert.Equal(403, error.Status);
    }

    [Fact]
    public async Task The_granted_URL_lives_one_hour_of_real_time()
    {
        var grant = await Open(await azurite.NewStorage()).CreateUpload(Case, "e-1", 10, Stop);

        Assert.InRange(grant.Value!.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(55), TimeSpan.FromMinutes(60));
    }

    [Fact]
    public async Task Sealing_deletes_the_staging_blob()
    {
        var storage = await azurite.NewStorage();
        var evidence = Open(storage);
        await Upload(evidence, Content);

        await evidence.Seal(Case, "e-1", Content.Length, Digest, Stop);

        Assert.Empty(await storage.Container(StorageNames.StagingContainer).GetBlobsAsync(cancellationToken: Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Sealing_again_answers_the_same()
    {
        var evidence = Open(await azurite.NewStorage());
        await Upload(evidence, Content);
        var first = await evidence.Seal(Case, "e-1", Content.Length, Digest, Stop);

        Assert.Equal(first, await evidence.Seal(Case, "e-1", Content.Length, Digest, Stop));
    }

    [Fact]
    public async Task Sealing_without_an_upload_is_refused() => Assert.Equal(
        "evidence.upload-missing",
        (await Open(await azurite.NewStorage()).Seal(Case, "e-1", 5, Digest, Stop)).Refusal!.Code);

    [Fact]
    public async Task A_truncated_upload_is_refused_with_both_sizes()
    {
        var evidence = Open(await azurite.NewStorage());
        await Upload(evidence, Content[..1000]);

        var refusal = (await evidence.Seal(Case, "e-1", Content.Length, Digest, Stop)).Refusal!;

        Assert.Equal("evidence.size-differs", refusal.Code);
        Assert.Contains("3000000", refusal.Message);
        Assert.Contains("1000 were uploaded", refusal.Message);
    }

    [Fact]
    public async Task Other_content_than_declared_is_refused_with_both_digests_and_stays_unsealed()
    {
        var evidence = Open(await azurite.NewStorage());
        byte[] other = [.. Content.Select(value => (byte)(value ^ 1))];
        await Upload(evidence, other);

        var refusal = (await evidence.Seal(Case, "e-1", Content.Length, Digest, Stop)).Refusal!;

        Assert.Equal("evidence.digest-differs", refusal.Code);
        Assert.Contains(Digest.Hex, refusal.Message);
        Assert.Contains(Sha256Digest.Of(other).Hex, refusal.Message);
        Assert.Null(await evidence.OpenSealed(Case, Digest, Stop));
    }

    [Fact]
    public async Task More_than_the_limit_is_refused_when_declared_and_when_uploaded()
    {
        var evidence = new EvidenceBlobs(await azurite.NewStorage(), limit: 100, TimeProvider.System);
        var declared = await evidence.CreateUpload(Case, "e-1", 101, Stop);
        await Upload(evidence, Content, declaredSize: 100);

        var uploaded = await evidence.Seal(Case, "e-1", 100, Digest, Stop);

        Assert.Equal((RefusalKind.TooLarge, "evidence.too-large"), (declared.Refusal!.Kind, declared.Refusal.Code));
        Assert.Equal("evidence.too-large", uploaded.Refusal!.Code);
    }

    [Theory]
    [InlineData("../e-1")]
    [InlineData("e/1")]
    [InlineData("..")]
    [InlineData("e\\1")]
    [InlineData("")]
    public async Task An_id_that_would_be_a_path_is_never_used(string evidenceId)
    {
        var evidence = Open(await azurite.NewStorage());

        await Assert.ThrowsAsync<ArgumentException>(() => evidence.CreateUpload(Case, evidenceId, 10, Stop));
    }

    [Fact]
    public async Task An_upload_that_changes_between_hash_and_copy_is_refused_and_not_sealed()
    {
        var storage = await azurite.NewStorage();
        await Upload(Open(storage), Content);
        var staged = storage.Container(StorageNames.StagingContainer).GetBlobClient("submission-a/e-1");
        var tag = (await staged.GetPropertiesAsync(cancellationToken: Stop)).Value.ETag;
        await staged.UploadAsync(BinaryData.FromString("other"), overwrite: true, Stop);
        var target = storage.Container(StorageNames.EvidenceContainer).GetBlobClient("target");

        Assert.Null(await EvidenceCopy.Hash(staged, tag, Stop));
        Assert.False(await EvidenceCopy.Make(staged, tag, target, Stop));
        Assert.False((await target.ExistsAsync(Stop)).Value);
    }

    [Fact]
    public async Task After_a_crash_at_any_write_of_sealing_the_retry_seals_the_same()
    {
        for (var write = 1; ; write++)
        {
            foreach (var after in (bool[])[false, true])
            {
                var (prefix, crash) = (AzuriteFixture.NewPrefix(), new CrashAtWrite(write, after));
                var storage = AuthorityStorage.Open(azurite.Address, prefix);
                await storage.CreateMissing(Stop);
                await Upload(Open(storage), Content);
                var dying = AuthorityStorage.Open(azurite.Address, prefix, new StorageClientSettings { PerAttempt = crash });
                var first = await Record.ExceptionAsync(() => Open(dying).Seal(Case, "e-1", Content.Length, Digest, Stop));
                if (!crash.Happened)
                {
                    Assert.Null(first);
                    Assert.True(write > 2, "Sealing makes at least two writes: the copy and the deletion.");
                    return;
                }

                var again = await Open(storage).Seal(Case, "e-1", Content.Length, Digest, Stop);

                Assert.Equal(new SealedEvidence(Digest, Content.Length), again.Value);
                Assert.Equal(Content, await ReadAll(await Open(storage).OpenSealed(Case, Digest, Stop)));
            }
        }
    }

    private static EvidenceBlobs Open(AuthorityStorage storage) => new(storage, limit: 10_000_000, TimeProvider.System);

    private static async Task<BlockBlobClient> Upload(EvidenceBlobs evidence, byte[] content, long? declaredSize = null)
    {
        var grant = await evidence.CreateUpload(Case, "e-1", declaredSize ?? content.Length, Stop);
        var blob = new BlockBlobClient(grant.Value!.Url);
        await blob.UploadAsync(new MemoryStream(content), cancellationToken: Stop);
        return blob;
    }

    private static async Task<byte[]> ReadAll(Stream? stream)
    {
        await using var source = Assert.IsAssignableFrom<Stream>(stream);
        var copy = new MemoryStream();
        await source.CopyToAsync(copy, Stop);
        return copy.ToArray();
    }
}
