using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Certification.Cli.Submitting;
using Certification.Domain;
using Certification.Storage;
using Certification.Storage.Blobs;

namespace Certification.Bench.Storage;

/// <summary>One side of evidence in a process of its own, which reports its peak of resident memory at the end.</summary>
public static class MemoryProbe
{
    /// <summary>First argument by which the bench program is told to be such a process.</summary>
    public const string Command = "evidence-memory";

    private const string Case = "submission:memory";

    /// <summary>Runs one side in a child process.</summary>
    /// <param name="side"><c>upload</c> or <c>seal</c>.</param>
    /// <returns>Peak of resident memory in megabytes (10^6 bytes), the .NET runtime included.</returns>
    internal static async Task<double> PeakMegabytes(string side, string connectionString, long size)
    {
        if (side == "seal")
        {
            await Child("upload", connectionString, size);
        }

        return await Child(side, connectionString, size) / 1e6;
    }

    /// <summary>The child: <c>evidence-memory SIDE CONNECTION SIZE</c>; the last line it writes is its peak in bytes.</summary>
    public static async Task Run(string[] arguments)
    {
        var size = long.Parse(arguments[3], CultureInfo.InvariantCulture);
        var storage = AuthorityStorage.Open(StorageAddress.FromConnectionString(arguments[2]), "bench");
        var evidence = new EvidenceBlobs(storage, long.MaxValue, TimeProvider.System);
        await (arguments[1] == "upload" ? Upload(evidence, size) : Seal(evidence, size));
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task Upload(EvidenceBlobs evidence, long size)
    {
        var grant = await evidence.CreateUpload(Case, "e-1", size);
        using var http = new HttpClient();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await new EvidenceUploader(http).Upload(new RandomStream(seed: 2, size), grant.Value!.Url, hash);
    }

    private static async Task Seal(EvidenceBlobs evidence, long size)
    {
        var digest = Sha256Digest.FromBytes(await SHA256.HashDataAsync(new RandomStream(seed: 2, size)));
        var outcome = await evidence.Seal(Case, "e-1", size, digest);
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException($"Sealing was refused: {outcome.Refusal}");
        }
    }

    private static async Task<long> Child(string side, string connectionString, long size)
    {
        string[] arguments =
        [
            typeof(MemoryProbe).Assembly.Location, Command, side, connectionString, size.ToString(CultureInfo.InvariantCulture),
        ];
        using var child = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0
            ? long.Parse(output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The {side} process ended with {child.ExitCode}.");
    }
}
