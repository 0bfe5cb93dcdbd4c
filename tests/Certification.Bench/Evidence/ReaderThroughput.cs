using System.Diagnostics;
using System.Text.Json;
using Certification.Bench.Harness;
using Certification.Formats;

namespace Certification.Bench.Evidence;

/// <summary>Evidence readers on 100 MB of each format that grows large, beside a bare <see cref="Utf8JsonReader"/> that walks the
/// same bytes and looks at nothing.</summary>
internal sealed class ReaderThroughput : IBenchmark
{
    private const long Size = 100_000_000;
    private const double LeastShare = 0.5;

    public string Name => "readers: throughput";

    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        using var evidence = new GeneratedEvidence();
        var results = new List<BenchResult>();
        foreach (var format in GeneratedEvidence.Formats)
        {
            var path = evidence.Write(format, Size);
            results.Add(await new Comparison($"readers: {format}, 100 MB", "bare Utf8JsonReader", "MB/s", LeastShare, Direction.AtLeast)
                .Run(() => Measure(path, Bare), () => Measure(path, Read)));
            File.Delete(path);
        }

        return results;
    }

    /// <summary>Reads a file as validation does, and makes sure that it was read.</summary>
    internal static async Task Read(Stream content)
    {
        var reading = await EvidenceReader.ReadAsync(content, ["any"], CancellationToken.None);
        if (reading.Format == "unknown" || reading.Faults.Count > 0)
            throw new InvalidOperationException($"The generated file is no evidence: {reading.Faults.FirstOrDefault()?.Message}");
    }

    private static async Task<double> Measure(string path, Func<Stream, Task> read)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        var watch = Stopwatch.StartNew();
        await read(content);
        return content.Length / 1e6 / watch.Elapsed.TotalSeconds;
    }

    // Pieces of the size that our readers take, so that both sides pay alike for the file.
    private static async Task Bare(Stream content)
    {
        var buffer = new byte[128 * 1024];
        var state = new JsonReaderState(new JsonReaderOptions { AllowMultipleValues = true });
        for (var filled = 0; ;)
        {
            var read = await content.ReadAsync(buffer.AsMemory(filled));
            filled += read;
            var used = Walk(buffer.AsSpan(0, filled), read == 0, ref state);
            if (read == 0)
                return;
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            filled -= used;
        }
    }

    private static int Walk(ReadOnlySpan<byte> bytes, bool isLast, ref JsonReaderState state)
    {
        var reader = new Utf8JsonReader(bytes, isLast, state);
        while (reader.Read())
        {
        }

        state = reader.CurrentState;
        return (int)reader.BytesConsumed;
    }
}
