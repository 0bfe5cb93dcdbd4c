using System.Diagnostics;
using System.Security.Cryptography;
using Azure.Storage.Blobs.Models;
using Certification.Cli.Submitting;
using Certification.Domain;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Testing;

namespace Certification.Bench.Storage;

/// <summary>A 256 MB evidence file and an Azurite that keeps its data on disk, as a server would. All speeds in MB/s (10^6 bytes).</summary>
internal sealed class EvidenceOnDisk : IAsyncDisposable
{
    internal const long Size = 256L * 1024 * 1024;
    private const string Case = "submission:bench";
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-bench-").FullName;
    private readonly HttpClient _http = new();
    private AzuriteProcess _azurite = null!;
    private EvidenceBlobs _evidence = null!;
    private AuthorityStorage _storage = null!;

    internal string ConnectionString => _azurite.ConnectionString;

    private string File => Path.Combine(_folder, "evidence.bin");

    internal static async Task<EvidenceOnDisk> Prepare()
    {
        var evidence = new EvidenceOnDisk();
        evidence._azurite = await AzuriteProcess.Start(Path.Combine(evidence._folder, "azurite"));
        evidence._storage = AuthorityStorage.Open(StorageAddress.FromConnectionString(evidence.ConnectionString), "bench");
        await evidence._storage.CreateMissing();
        evidence._evidence = new EvidenceBlobs(evidence._storage, long.MaxValue, TimeProvider.System);
        await using var file = System.IO.File.Create(evidence.File);
        await new RandomStream(seed: 1, Size).CopyToAsync(file);
        return evidence;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal async Task<double> Upload(bool hashed)
    {
        var grant = await _evidence.CreateUpload(Case, "e-1", Size);
        await using var content = System.IO.File.OpenRead(File);
        using var hash = hashed ? IncrementalHash.CreateHash(HashAlgorithmName.SHA256) : null;
        await Settle();
        var started = Stopwatch.GetTimestamp();
        await new EvidenceUploader(_http).Upload(content, grant.Value!.Url, hash);
        return Speed(started);
    }

    internal async Task<double> Download()
    {
        await Upload(hashed: false);
        var blob = _storage.Container(StorageNames.StagingContainer).GetBlobClient("submission-bench/e-1");
        await Settle();
        var started = Stopwatch.GetTimestamp();
        using var download = (await blob.DownloadStreamingAsync(new BlobDownloadOptions())).Value;
        await download.Content.CopyToAsync(Stream.Null);
        return Speed(started);
    }

    internal async Task<double> Seal()
    {
        await Upload(hashed: false);
        var digest = await DigestOfFile();
        await Settle();
        var started = Stopwatch.GetTimestamp();
        var outcome = await _evidence.Seal(Case, "e-1", Size, digest);
        var speed = Speed(started);
        if (!outcome.Succeeded) throw new InvalidOperationException($"Sealing was refused: {outcome.Refusal}");

        // Out of the way, or the next round would find the file sealed already.
        await _storage.Container(StorageNames.EvidenceContainer).DeleteBlobAsync($"submission-bench/{digest}");
        return speed;
    }

    /// <summary>Waits until the disk has what was written before: its writing would slow down whoever is measured next.</summary>
    private static async Task Settle()
    {
        using var sync = Process.Start("sync");
        await sync.WaitForExitAsync();
    }

    private async Task<Sha256Digest> DigestOfFile()
    {
        await using var content = System.IO.File.OpenRead(File);
        return Sha256Digest.FromBytes(await SHA256.HashDataAsync(content));
    }

    private static double Speed(long started) => Size / 1e6 / Stopwatch.GetElapsedTime(started).TotalSeconds;
}
