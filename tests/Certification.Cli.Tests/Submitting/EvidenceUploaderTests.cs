using System.Net;
using System.Security.Cryptography;
using Certification.Cli.Submitting;
using Certification.Domain;
using Certification.Storage.Blobs;
using Certification.Testing;
using Xunit;

namespace Certification.Cli.Tests.Submitting;

public sealed class EvidenceUploaderTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const int BlockSize = 64 * 1024;
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(BlockSize)]
    [InlineData((40 * BlockSize) + 17)]
    public async Task A_file_of_any_length_arrives_whole_and_is_hashed_on_the_way(int length)
    {
        var content = Content(length);
        var (evidence, url) = await Grant();
        using var http = new HttpClient();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        await new EvidenceUploader(http, BlockSize).Upload(new MemoryStream(content), url, hash, cancellation: Stop);

        var digest = Sha256Digest.FromBytes(hash.GetHashAndReset());
        Assert.Equal(Sha256Digest.Of(content), digest);
        var sealing = await evidence.Seal("submission:a", "e-1", length, digest, Stop);
        Assert.Equal(new SealedEvidence(digest, length), sealing.Value);
    }

    [Fact]
    public async Task Progress_rises_to_the_whole_length()
    {
        var (_, url) = await Grant();
        var reports = new ReportedProgress();
        using var http = new HttpClient();

        await new EvidenceUploader(http, BlockSize).Upload(
            new MemoryStream(Content(10 * BlockSize)), url, progress: reports, cancellation: Stop);

        Assert.Equal(10, reports.Values.Count);
        Assert.Equal(10 * BlockSize, reports.Values.Max());
    }

    [Fact]
    public async Task A_URL_whose_signature_does_not_fit_is_refused_with_the_next_step()
    {
        var (_, url) = await Grant();
        var forged = new Uri(url.AbsoluteUri.Replace("/e-1?", "/e-2?", StringComparison.Ordinal));
        using var http = new HttpClient();

        var error = await Assert.ThrowsAsync<UploadRefusedException>(() => new EvidenceUploader(http, BlockSize)
            .Upload(new MemoryStream(Content(10)), forged, cancellation: Stop));

        Assert.Equal(HttpStatusCode.Forbidden, error.Status);
        Assert.Contains("ask the authority for a new one", error.Message);
    }

    private static byte[] Content(int length) => [.. Enumerable.Range(0, length).Select(n => (byte)(n * 31))];

    private async Task<(EvidenceBlobs Evidence, Uri Url)> Grant()
    {
        var evidence = new EvidenceBlobs(await azurite.NewStorage(), limit: 100_000_000, TimeProvider.System);
        return (evidence, (await evidence.CreateUpload("submission:a", "e-1", 1, Stop)).Value!.Url);
    }

    private sealed class ReportedProgress : IProgress<long>
    {
        internal System.Collections.Concurrent.ConcurrentBag<long> Values { get; } = [];

        public void Report(long value) => Values.Add(value);
    }
}
