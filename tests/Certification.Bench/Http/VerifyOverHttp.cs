using System.Diagnostics;
using Certification.Bench.Harness;
using Certification.Domain.Certificates;
using Certification.Signing.Verification;

namespace Certification.Bench.Http;

/// <summary><c>POST /v1/verify</c> of a whole authority with 32 callers, against what two parts allow that the same threads take turns
/// at: a bare server that reads the same body and answers as much, and the same verdict in process. And how even it is: the slowest
/// hundredth against the middle.</summary>
public sealed class VerifyOverHttp : IBenchmark
{
    private const int Count = 32;
    private const int Threads = 2;
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(4);

    /// <inheritdoc/>
    public string Name => "verify over HTTP, 32 callers";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        await using var server = await VerifyingServer.Start(storage);
        using var callers = new Callers(server.Verify, server.Certificate, "application/xml", Count);
        var answer = "";
        await callers.Run(TimeSpan.Zero, text => (answer = text).Contains("\"outcome\":\"valid\"", StringComparison.Ordinal));
        await using var echo = await EchoServer.Start(answer);
        using var echoing = new Callers(echo.Address, server.Certificate, "application/xml", Count);

        var tails = new List<(double Middle, double Slow)>();
        var rate = await new Comparison(Name, "1/(1/echo + 1/in process)", "calls/s", 0.8, Direction.AtLeast).Run(
            async () => 1 / ((1 / (await echoing.Run(Round, text => text.Length == answer.Length)).PerSecond) + (1 / await InProcess(server))),
            async () =>
            {
                var (latencies, perSecond) = await callers.Run(Round, text => text.Contains("\"outcome\":\"valid\"", StringComparison.Ordinal));
                tails.Add((latencies[latencies.Length / 2], latencies[latencies.Length * 99 / 100]));
                return perSecond;
            });
        // The first round warmed up.
        var (middle, slow) = tails.Skip(1).OrderBy(tail => tail.Slow / tail.Middle).ElementAt((tails.Count - 1) / 2);
        return [rate, new BenchResult("verify over HTTP, p99 of a call", "p50", middle, slow, "us", slow / middle, 3, Direction.AtMost)];
    }

    private static async Task<double> InProcess(VerifyingServer server)
    {
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Factory.StartNew(
            () =>
            {
                var count = 0;
                for (; Stopwatch.GetElapsedTime(start) < Round; count++)
                {
                    var verdict = CertificateVerification.Verify(server.Certificate, server.Inputs).Verdict;
                    if (verdict.Outcome != VerificationOutcome.Valid)
                        throw new InvalidOperationException($"What is measured must verify: {string.Join(' ', verdict.Reasons)}");
                }
                return count;
            },
            TaskCreationOptions.LongRunning)));
        return counts.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
