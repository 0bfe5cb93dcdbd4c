using System.Diagnostics;
using System.Globalization;
using System.Text;
using Certification.Bench.Harness;
using Certification.Signing.Log;
using Certification.Storage.Blobs;

namespace Certification.Bench.Signing;

/// <summary>Appending batches to a log in storage, against writing the same tiles and checkpoints as bare blobs.</summary>
public sealed class LogInStorage : IBenchmark
{
    private const int Batches = 30;
    private const int Batch = 300;
    private static readonly Ed25519NoteSigner Key = new("xa.example/log", new byte[32]);

    /// <inheritdoc/>
    public string Name => "append to a log, batched";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage) =>
    [
        await new Comparison(Name, "bare writes of its tiles", "batches/s", 0.5, Direction.AtLeast).Run(
            async () =>
            {
                var store = new BlobLogStore(await storage.Fresh());
                return await Rate(WriteBare(store));
            },
            async () =>
            {
                var log = new TransparencyLog("xa.example/log", new BlobLogStore(await storage.Fresh()), [Key]);
                await log.OpenAsync();
                return await Rate(async number => await log.AppendAsync(Entries(number)));
            }),
    ];

    // The tiles of each batch side by side and then the checkpoint: what a reader of the log has to find.
    private static Func<int, Task> WriteBare(BlobLogStore store)
    {
        var edge = TreeEdge.Empty;
        return async number =>
        {
            var growth = edge.Append(Entries(number));
            edge = growth.Edge;
            await Task.WhenAll(growth.Tiles.Select(tile => store.WriteAsync(tile.Path.ToString(), tile.Content, CancellationToken.None)));
            await store.WriteAsync(LogPaths.Checkpoint, new byte[200], CancellationToken.None);
        };
    }

    private static async Task<double> Rate(Func<int, Task> append)
    {
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < Batches; number++)
        {
            await append(number);
        }

        return Batches / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static List<ReadOnlyMemory<byte>> Entries(int batch) =>
    [
        .. Enumerable.Range(batch * Batch, Batch)
            .Select(n => (ReadOnlyMemory<byte>)Encoding.ASCII.GetBytes(n.ToString("D200", CultureInfo.InvariantCulture))),
    ];
}
