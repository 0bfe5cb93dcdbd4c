using Certification.Storage.Blobs;
using Certification.Testing;
using Certification.Testing.Faults;
using Xunit;

namespace Certification.Storage.Tests.Blobs;

public sealed class IssuedCertificatesTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_signed_certificate_stands_and_a_second_signing_adopts_it()
    {
        var issued = new IssuedCertificates(await azurite.NewStorage());

        var first = await issued.PutOrAdopt("XA-2026-000001", [1], Stop);
        var second = await issued.PutOrAdopt("XA-2026-000001", [2], Stop);

        Assert.Equal([1], first);
        Assert.Equal([1], second);
        Assert.Equal([1], (await issued.Find("XA-2026-000001", Stop))!);
        Assert.Null(await issued.Find("XA-2026-000002", Stop));
    }

    [Fact]
    public async Task A_lost_reply_adopts_its_own_bytes()
    {
        var lost = new ReplyLostOnce(write: 1);
        var issued = new IssuedCertificates(await azurite.NewStorage(new StorageClientSettings { PerAttempt = lost }));

        Assert.Equal([1], await issued.PutOrAdopt("XA-2026-000001", [1], Stop));
        Assert.True(lost.Happened);
    }

    [Fact]
    public async Task Nobody_reads_an_issued_certificate_without_signing_in()
    {
        var storage = await azurite.NewStorage();
        await new IssuedCertificates(storage).PutOrAdopt("XA-2026-000001", [1], Stop);
        using var http = new HttpClient();

        var response = await http.GetAsync(
            storage.Container(StorageNames.IssuedContainer).GetBlobClient("XA-2026-000001.xml").Uri, Stop);

        Assert.False(response.IsSuccessStatusCode);
    }
}
