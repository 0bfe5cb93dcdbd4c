using Azure.Storage.Blobs;
using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage.Blobs;
using Certification.Testing;
using Xunit;

namespace Certification.Storage.Tests.Blobs;

public sealed class DossierBlobsTests(AzuriteFixture azurite)
{
    private static readonly Declaration Declaration = new(
        new SystemDeclaration("System", "1", "Purpose.", [], null, [], []),
        [],
        new ContextOfUse("marketing", "Use.", "none", [], "hundreds", "easily-reversed", "closed", "aligned"),
        []);

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sealed_dossier_is_found_under_its_digest_and_sealing_it_again_changes_nothing()
    {
        var dossiers = new DossierBlobs(await azurite.NewStorage());

        var digest = await dossiers.Seal(Example(1), Stop);

        Assert.Equal(digest, await dossiers.Seal(Example(1), Stop));
        Assert.Equal(digest, (await dossiers.Find(digest, Stop))!.Digest());
        Assert.Null(await dossiers.Find(Example(2).Digest(), Stop));
    }

    [Fact]
    public async Task A_manifest_changed_in_storage_is_never_read_as_the_dossier()
    {
        var storage = await azurite.NewStorage();
        var dossiers = new DossierBlobs(storage);
        var digest = await dossiers.Seal(Example(1), Stop);
        await storage.Container(StorageNames.DossiersContainer).GetBlobClient($"dossiers/{digest}.json")
            .UploadAsync(new BinaryData(DomainJson.Bytes(Example(2))), overwrite: true, Stop);

        await Assert.ThrowsAsync<InvalidDataException>(() => dossiers.Find(digest, Stop));
        await Assert.ThrowsAsync<InvalidDataException>(() => dossiers.Seal(Example(1), Stop));
    }

    private static Dossier Example(int version) => new("submission:a", version, null, Declaration, []);
}
