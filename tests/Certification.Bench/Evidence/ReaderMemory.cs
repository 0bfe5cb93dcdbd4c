using System.Diagnostics;
using System.Globalization;
using Certification.Bench.Harness;

namespace Certification.Bench.Evidence;

/// <summary>Peak of resident memory of a reader, in a process of its own, for 100 MB and 500 MB of each format.</summary>
internal sealed class ReaderMemory : IBenchmark
{
    /// <summary>First argument by which the bench program is told to be such a process.</summary>
    public const string Command = "reader-memory";

    private const long Small = 100_000_000;
    private const double MostGrowth = 1.1;

    public string Name => "readers: memory";

    /// <summary>The child: <c>reader-memory FILE</c>; the last line it writes is its peak in bytes.</summary>
    public static async Task Read(string[] arguments)
    {
        await using var content = File.OpenRead(arguments[1]);
        await ReaderThroughput.Read(content);
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(self.PeakWorkingSet64.ToString(CultureInfo.InvariantCulture));
    }

    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        using var evidence = new GeneratedEvidence();
        var results = new List<BenchResult>();
        foreach (var format in GeneratedEvidence.Formats)
        {
            var small = await PeakMegabytes(evidence.Write(format, Small));
            var large = await PeakMegabytes(evidence.Write(format, 5 * Small));
            results.Add(new BenchResult($"readers: growth of {format}, 500 MB to 100 MB", "100 MB", small, large, "MB", large / small, MostGrowth, Direction.AtMost));
        }

        return results;
    }

    private static async Task<double> PeakMegabytes(string path)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ReaderMemory).Assembly.Location, Command, path]) { RedirectStandardOutput = true };
        // The youngest generation is as large as the processor's cache, which a reader that allocates little fills at 500 MB and
        // not at 100: with a small one both runs fill it, and what grows beyond it is the reader's.
        start.Environment["DOTNET_GCgen0size"] = "400000";
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        File.Delete(path);
        return child.ExitCode == 0
            ? long.Parse(output.Trim().Split('\n')[^1], CultureInfo.InvariantCulture) / 1e6
            : throw new InvalidOperationException($"The reading process ended with {child.ExitCode}.");
    }
}
