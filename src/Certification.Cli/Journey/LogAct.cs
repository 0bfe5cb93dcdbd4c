using System.Globalization;
using System.Text.Json;
using Certification.Cli.Terminal;

namespace Certification.Cli.Journey;

/// <summary>Anybody audits the issuer's log: everything that was published so far is in it, and the other authority has cosigned it. Then
/// the certificate is verified again, by somebody who demands to see it there.</summary>
public sealed partial class JourneyPlayer
{
    private async Task AuditLogAsync(CancellationToken cancellation)
    {
        await _screen.StepAsync("log verify", async _ =>
        {
            JsonElement report = default;
            // The witness cosigns a moment after the last entry.
            await Patience.UntilAsync(
                async () => IsValid(report = await CertifyAsync(cancellation, "log", "verify", _plan.Xa.ToString())),
                PollEvery, _plan.Patience, () => $"XA's log does not verify with XB's cosignature: {Steps(report).Last()}", cancellation);
            Record = Record with { LogEntries = report.GetProperty("size").GetInt32() };
            return string.Join(" ", Steps(report));
        });
        await _screen.StepAsync("verify with the log", async _ =>
        {
            var at = (await _cast.Xa.GetTimeAsync(cancellation)).ToString("O", CultureInfo.InvariantCulture);
            var verdict = await CertifyAsync(cancellation, "verify", Path.Combine(_plan.Work, $"{Record.Number}.xml"), "--at", at);
            return IsValid(verdict)
                ? "valid to somebody who demands that XB has seen it in XA's log"
                : throw Unexpected($"certify verify --witnesses 1 says {verdict}", "Look at GET /v1/certificates/{number}/log-proof.");
        });
    }

    private static bool IsValid(JsonElement answer) => answer.GetProperty("outcome").GetString() == "valid";

    private async Task<JsonElement> CertifyAsync(CancellationToken cancellation, params string[] command)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        string[] arguments = [.. command, "--trust", Path.Combine(_plan.Work, "trust-list.jws"), "--witnesses", "1", "--json"];
        await CommandHost.RunAsync(arguments, CommandTerminal.Plain(output, errors), cancellation);
        return output.ToString() is { Length: > 0 } json
            ? JsonSerializer.Deserialize<JsonElement>(json)
            : JsonSerializer.SerializeToElement(new { outcome = "undetermined", steps = new[] { new { says = errors.ToString() } } });
    }

    private static IEnumerable<string> Steps(JsonElement report) =>
        report.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("says").GetString()!);
}
