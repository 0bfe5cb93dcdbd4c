using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Certification.Cli.Submitting;
using Certification.Domain;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Testing;

namespace Certification.Bench.Storage;

/// <summary>A 256 MB evidence file on its way in, beside the same way without what we add: hashing while uploading, and
/// hashing, copying and deleting while sealing. Azurite keeps its data on disk here, as a server would.</summary>
public sealed class EvidenceBench : IAsyncDisposable
{
    private const int Rounds = 5;
    private const long Size = 256L * 1024 * 1024;
    private const string Case = "submission:bench";
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-bench-").FullName;
    private readonly HttpClient _http = new();
    private AzuriteProcess _azurite = null!;
    private EvidenceBlobs _evidence = null!;
    private AuthorityStorage _storage = null!;

    /// <summary>All figures: two ratios, and the memory of both sides for 256 MB and 1 GB.</summary>
    public static async Task<IReadOnlyList<EvidenceFigure>> Run()
    {
        await using var bench = new EvidenceBench();
        await bench.Prepare();
        return [await bench.UploadRatio(), await bench.SealingRatio(), .. await bench.Memory()];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string File => Path.Combine(_folder, "evidence.bin");

    private async Task Prepare()
    {
        _azurite = await AzuriteProcess.Start(Path.Combine(_folder, "azurite"));
        _storage = AuthorityStorage.Open(StorageAddress.FromConnectionString(_azurite.ConnectionString), "bench");
        await _storage.CreateMissing();
        _evidence = new EvidenceBlobs(_storage, long.MaxValue, TimeProvider.System);
        await using var file = System.IO.File.Create(File);
        await new RandomStream(seed: 1, Size).CopyToAsync(file);
    }

    private async Task<EvidenceFigure> UploadRatio()
    {
        await Upload(hashed: true);
        var (plain, hashed) = (new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            plain.Add(await Upload(hashed: false));
            hashed.Add(await Upload(hashed: true));
        }

        return Ratio("256 MB evidence: hashed upload against unhashed upload", Median(plain), Median(hashed));
    }

    private async Task<EvidenceFigure> SealingRatio()
    {
        var digest = await DigestOfFile();
        var (bare, sealing) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            await Upload(hashed: false);
            var (download, seal) = (await Download(), await Seal(digest));
            // The first round warms both up.
            if (round > 0)
            {
                bare.Add(download);
                sealing.Add(seal);
            }
        }

        return Ratio("256 MB evidence: sealing against bare download", Median(bare), Median(sealing));
    }

    /// <summary>Each side in a process of its own, whose peak the system tells.</summary>
    private async Task<IReadOnlyList<EvidenceFigure>> Memory()
    {
        var figures = new List<EvidenceFigure>();
        foreach (var side in (string[])["upload", "seal"])
        {
            var small = await MemoryProbe.PeakMegabytes(side, _azurite.ConnectionString, Size);
            var large = await MemoryProbe.PeakMegabytes(side, _azurite.ConnectionString, 4 * Size);
            figures.Add(new EvidenceFigure(
                $"peak memory of {side}, 1 GB of evidence, in MB", large, null, 200, Invariant($"256 MB: {small:F0}, 1 GB: {large:F0}")));
            figures.Add(new EvidenceFigure(
                $"peak memory of {side}, 1 GB against 256 MB", large / small, null, 1.1, Invariant($"{small:F0} to {large:F0} MB")));
        }

        return figures;
    }

    private async Task<double> Upload(bool hashed)
    {
        var grant = await _evidence.CreateUpload(Case, "e-1", Size);
        await using var content = System.IO.File.OpenRead(File);
        using var hash = hashed ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        var started = Stopwatch.GetTimestamp();
        await new EvidenceUploader(_http).Upload(content, grant.Value!.Url, hash);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private async Task<double> Download()
    {
        var blob = _storage.Container(StorageNames.StagingContainer).GetBlobClient("submission-bench/e-1");
        var started = Stopwatch.GetTimestamp();
        using var download = (await blob.DownloadStreamingAsync(new BlobDownloadOptions())).Value;
        await download.Content.CopyToAsync(Stream.Null);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private async Task<double> Seal(Sha256Digest digest)
    {
        var started = Stopwatch.GetTimestamp();
        var outcome = await _evidence.Seal(Case, "e-1", Size, digest);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"Sealing was refused: {outcome.Refusal}");
        }

        // Out of the way, or the next round would find the file sealed already.
        await _storage.Container(StorageNames.EvidenceContainer).DeleteBlobAsync($"submission-bench/{digest}");
        return elapsed;
    }

    private async Task<Sha256Digest> DigestOfFile()
    {
        await using var content = System.IO.File.OpenRead(File);
        return Sha256Digest.FromBytes(await SHA256.HashDataAsync(content));
    }

    private static EvidenceFigure Ratio(string what, double bare, double ours) => new(
        what, bare / ours, 0.85, null, Invariant($"{bare:F2} s bare, {ours:F2} s ours, medians of {Rounds} alternating rounds"));

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
