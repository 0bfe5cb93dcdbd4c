using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Certification.Testing;

/// <summary>One storage emulator of our own, on free ports, with an account and key made for it. It ends when disposed, and
/// also when this process dies: it holds the other end of Azurite's standard input.</summary>
public sealed partial class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private readonly Process _process;

    private AzuriteProcess(Process process, string connectionString) =>
        (_process, ConnectionString) = (process, connectionString);

    /// <summary>For <c>StorageAddress.FromConnectionString</c>.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts Azurite and waits until blobs and tables listen.</summary>
    /// <param name="folder">Keeps the data on disk there; null keeps it in memory.</param>
    /// <exception cref="InvalidOperationException">Azurite is not installed, or did not start.</exception>
    public static async Task<AzuriteProcess> Start(string? folder = null)
    {
        var script = RepositoryRoot.File("tests", "azurite", "node_modules", "azurite", "dist", "src", "azurite.js");
        if (!File.Exists(script))
        {
            throw new InvalidOperationException(
                "Azurite is not installed. Run `npm ci` in tests/azurite, or ./test, which does it.");
        }

        var account = "certification";
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));
        var process = Process.Start(Command(script, folder, $"{account}:{key}"))
            ?? throw new InvalidOperationException("node did not start.");
        var (blobs, queues, tables) = await WaitForPorts(process);
        return new AzuriteProcess(
            process,
            $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={key};"
            + $"BlobEndpoint={blobs}/{account};QueueEndpoint={queues}/{account};TableEndpoint={tables}/{account};");
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static ProcessStartInfo Command(string script, string? folder, string accounts)
    {
        string[] storage = folder is null ? ["--inMemoryPersistence"] : ["--location", folder];
        string[] arguments =
        [
            "-r", RepositoryRoot.File("tests", "azurite", "exit-with-parent.cjs"), script, .. storage,
            "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
            // Azurite closes idle connections after 5 s by default, which a pooling client meets as resets.
            "--blobKeepAliveTimeout", "600", "--tableKeepAliveTimeout", "600",
        ];
        return new ProcessStartInfo("node", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = accounts },
        };
    }

    private static async Task<(string Blobs, string Queues, string Tables)> WaitForPorts(Process process)
    {
        using var limit = new CancellationTokenSource(StartLimit);
        var addresses = new Dictionary<string, string>();
        while (!addresses.ContainsKey("Table"))
        {
            var line = await process.StandardOutput.ReadLineAsync(limit.Token)
                ?? throw new InvalidOperationException("Azurite ended before it listened.");
            if (Listening().Match(line) is { Success: true } match)
            {
                addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
            }
        }

        // Somebody must go on reading, or Azurite would one day block on a full pipe.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
        return (addresses["Blob"], addresses["Queue"], addresses["Table"]);
    }

    [GeneratedRegex(@"^Azurite (?<service>\w+) service is successfully listening at (?<address>http://\S+)")]
    private static partial Regex Listening();
}
