using System.Globalization;
using System.Text;
using System.Text.Json;
using Certification.Cli.Terminal;

namespace Certification.Cli.Journey;

/// <summary>A verifier abroad downloads three files and asks <c>certify verify</c> about them without a network.</summary>
public sealed partial class JourneyPlayer
{
    private static readonly (VerificationCase Case, string Expected)[] Cases =
    [
        (VerificationCase.Complete, "valid"),
        (new("one character changed", true, true, Changed: true), "invalid"),
        (new("without trust", false, true), "undetermined"),
        (new("without status", true, false), "undetermined"),
        (new("status three days old", true, true, DaysLater: 3), "undetermined"),
    ];

    private async Task VerifyAsync(CancellationToken cancellation)
    {
        DownloadedFiles files = null!;
        await _screen.StepAsync("download", async _ =>
        {
            files = await DownloadAsync(Record.Number!, cancellation);
            return $"{Path.GetFileName(files.Certificate)}, {Path.GetFileName(files.Trust)}, {Path.GetFileName(files.Status)}";
        });
        var verdicts = new Dictionary<string, string>();
        foreach (var (question, expected) in Cases)
        {
            await _screen.StepAsync(question.Name, async _ =>
            {
                var verdict = await VerdictAsync(files, question, cancellation);
                Expect(verdict, expected, question.Name);
                verdicts[question.Name] = verdict.Outcome;
                return verdict.Outcome + (verdict.Code.Length > 0 ? $", {verdict.Code}: {verdict.NextStep}" : "");
            });
        }
        await _screen.StepAsync("one file for ten years", async _ =>
        {
            var bundle = await BundleAsync(files, cancellation);
            var verdict = await SpokenAsync(
                ["verify", "bundle", bundle, "--offline", "--json", "--trust", files.Trust, "--at", Instant(files.At)], cancellation);
            Expect(verdict, "valid", "bundle");
            verdicts["bundle"] = verdict.Outcome;
            return $"{verdict.Outcome}: {Path.GetFileName(bundle)}, {new FileInfo(bundle).Length:N0} bytes";
        });
        Record = Record with { Verdicts = verdicts };
        await _screen.StepAsync("xmlsec1", async _ => await SecondOpinion.AskAsync(files, cancellation) switch
        {
            true => "agrees that the signature holds",
            false => throw Unexpected("xmlsec1 rejects the signature", "Compare with the strict profile in ARCHITECTURE.md."),
            null => "not installed: skipped",
        });
    }

    private async Task<DownloadedFiles> DownloadAsync(string number, CancellationToken cancellation)
    {
        var certificate = (await _cast.Xa.GetCertificateAsync(number, cancellation)).Value;
        var files = new DownloadedFiles(
            Path.Combine(_plan.Work, $"{number}.xml"), Path.Combine(_plan.Work, "trust-list.jws"),
            Path.Combine(_plan.Work, "status-list.jwt"), await _cast.Xa.GetTimeAsync(cancellation));
        await File.WriteAllBytesAsync(files.Certificate, await _cast.Xa.DownloadCertificateAsync(number, cancellation), cancellation);
        await File.WriteAllBytesAsync(files.Trust, await _cast.Xa.DownloadAsync("/public/trust/trust-list.jws", cancellation), cancellation);
        await File.WriteAllBytesAsync(
            files.Status, await _cast.Xa.DownloadAsync(certificate.StatusList.Uri.AbsolutePath, cancellation), cancellation);
        return files;
    }

    private static async Task<SpokenVerdict> VerdictAsync(DownloadedFiles files, VerificationCase question, CancellationToken cancellation)
    {
        var certificate = question.Changed ? await ChangeOneCharacterAsync(files.Certificate, cancellation) : files.Certificate;
        List<string> arguments = ["verify", certificate, "--offline", "--json"];
        arguments.AddRange(["--at", Instant(files.At.AddDays(question.DaysLater))]);
        if (question.Trust) arguments.AddRange(["--trust", files.Trust]);
        if (question.Status) arguments.AddRange(["--status", files.Status]);
        return await SpokenAsync(arguments, cancellation);
    }

    private async Task<string> BundleAsync(DownloadedFiles files, CancellationToken cancellation)
    {
        var path = Path.ChangeExtension(files.Certificate, ".bundle.json");
        await File.WriteAllBytesAsync(path, await _cast.Xa.DownloadBundleAsync(Record.Number!, cancellation), cancellation);
        return path;
    }

    private static string Instant(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    private static async Task<SpokenVerdict> SpokenAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        await CommandHost.RunAsync([.. arguments], CommandTerminal.Plain(output, errors), cancellation);
        if (output.ToString().Length == 0) return new SpokenVerdict("no answer", errors.ToString(), null);
        var verdict = JsonSerializer.Deserialize<JsonElement>(output.ToString());
        var reason = verdict.GetProperty("reasons").EnumerateArray().FirstOrDefault();
        return new SpokenVerdict(
            verdict.GetProperty("outcome").GetString()!,
            reason.ValueKind == JsonValueKind.Object ? reason.GetProperty("code").GetString()! : "",
            verdict.TryGetProperty("nextStep", out var next) ? next.GetString() : null);
    }

    /// <summary>A copy with the last character of its first text changed.</summary>
    private static async Task<string> ChangeOneCharacterAsync(string path, CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(path, cancellation);
        var letter = text.IndexOf("</", StringComparison.Ordinal) - 1;
        var changed = new StringBuilder(text) { [letter] = text[letter] == 'x' ? 'y' : 'x' };
        var copy = Path.ChangeExtension(path, ".changed.xml");
        await File.WriteAllTextAsync(copy, changed.ToString(), cancellation);
        return copy;
    }

    private static void Expect(SpokenVerdict verdict, string expected, string of)
    {
        if (verdict.Outcome != expected) throw Unexpected($"{of}: verify says {verdict.Outcome} ({verdict.Code}), not {expected}", "Look at certify verify.");
    }
}
