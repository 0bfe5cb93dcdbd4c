using Certification.Domain;
using Certification.Storage.Blobs;
using Certification.Testing;
using Xunit;

namespace Certification.Storage.Tests.Blobs;

public sealed class AbandonedUploadsTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly byte[] Content = [1, 2, 3];

    [Fact]
    public async Task An_upload_that_nobody_sealed_is_deleted_after_a_day_and_not_before()
    {
        var (storage, clock) = (await azurite.NewStorage(), new JumpingTime());
        await Upload(storage, "s-1", "e-1");
        await Upload(storage, "s-2", "e-1");
        var abandoned = new AbandonedUploads(storage, clock);

        clock.Jump(TimeSpan.FromHours(23));
        Assert.Equal(0, await abandoned.Delete(Stop));
        clock.Jump(TimeSpan.FromHours(2));
        Assert.Equal(2, await abandoned.Delete(Stop));

        Assert.Empty(await storage.Container(StorageNames.StagingContainer).GetBlobsAsync(cancellationToken: Stop).ToListAsync(Stop));
        Assert.Equal(0, await abandoned.Delete(Stop));
    }

    [Fact]
    public async Task Sealed_evidence_stays_and_who_comes_back_uploads_again()
    {
        var (storage, clock) = (await azurite.NewStorage(), new JumpingTime());
        var evidence = new EvidenceBlobs(storage, limit: 100, TimeProvider.System);
        await Upload(storage, "s-1", "e-1");
        Assert.True((await evidence.Seal("s-1", "e-1", Content.Length, Sha256Digest.Of(Content), Stop)).Succeeded);
        await Upload(storage, "s-1", "e-2");
        clock.Jump(TimeSpan.FromDays(2));

        Assert.Equal(1, await new AbandonedUploads(storage, clock).Delete(Stop));

        Assert.NotNull(await evidence.OpenSealed("s-1", Sha256Digest.Of(Content), Stop));
        await Upload(storage, "s-2", "e-2");
        Assert.Equal("evidence.upload-missing", (await evidence.Seal("s-1", "e-2", 4, Sha256Digest.Of("else"u8), Stop)).Refusal!.Code);
        Assert.True((await evidence.Seal("s-2", "e-2", Content.Length, Sha256Digest.Of(Content), Stop)).Succeeded);
    }

    private static Task Upload(AuthorityStorage storage, string submission, string evidence) =>
        storage.Container(StorageNames.StagingContainer).GetBlobClient($"{submission}/{evidence}").UploadAsync(BinaryData.FromBytes(Content), Stop);
}
