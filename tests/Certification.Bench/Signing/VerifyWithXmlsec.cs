using System.Diagnostics;
using System.Globalization;
using Certification.Bench.Harness;
using Certification.Signing.Trust;
using Certification.Signing.Verification;

namespace Certification.Bench.Signing;

/// <summary>The pinned check beside libxmlsec1's, which verifies one file many times in one process and neither validates nor reads
/// what it verified. Reported only; left out where the program is not installed.</summary>
public sealed class VerifyWithXmlsec : IBenchmark
{
    private const string Program = "/usr/bin/xmlsec1";
    private const int Repeats = 4_000;

    /// <inheritdoc/>
    public string Name => "verify a certificate, beside libxmlsec1";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<BenchResult>> Run(BenchStorage storage)
    {
        if (!File.Exists(Program)) return [];
        var hand = await CertificateAtHand.Make();
        using var authority = hand.Authority;
        var folder = Directory.CreateTempSubdirectory("certification-bench-xmlsec").FullName;
        var (file, key) = (Path.Combine(folder, "certificate.xml"), Path.Combine(folder, "issuer.pem"));
        await File.WriteAllBytesAsync(file, hand.Signed.Xml);
        await File.WriteAllTextAsync(key, authority.Keys.Issuing.Certificate.ExportCertificatePem());
        try
        {
            return
            [
                await new Comparison(Name, "xmlsec1 --repeat", "us", 1, Direction.ReportedOnly).Run(
                    async () => (await Time(file, key, Repeats) - await Time(file, key, 1)) / (Repeats - 1),
                    () => CertificateAtHand.Time(() => Require(CertificateVerifier.Check(
                        hand.Signed.Xml, thumbprint => hand.Trust.Find(ServiceKind.Issuing, thumbprint)?.Key).Certificate is not null))),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // Microseconds of one process; two of different length are subtracted, so that starting it does not count.
    private static async Task<double> Time(string file, string key, int repeats)
    {
        var start = Stopwatch.GetTimestamp();
        string[] arguments = ["--verify", "--repeat", repeats.ToString(CultureInfo.InvariantCulture), "--pubkey-cert-pem", key, file];
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await Task.WhenAll(process.StandardError.ReadToEndAsync(), process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalMicroseconds
            : throw new InvalidOperationException($"xmlsec1 did not verify {file}.");
    }

    private static ValueTask Require(bool holds) =>
        holds ? ValueTask.CompletedTask : throw new InvalidOperationException("What is measured must verify.");
}
