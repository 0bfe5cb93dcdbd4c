using System.Text.Json;
using Certification.Cli.Terminal;

namespace Certification.Cli.Journey;

/// <summary>Anybody audits the issuer's log: everything that was published so far is in it, and the other authority has cosigned it.</summary>
public sealed partial class JourneyPlayer
{
    private Task AuditLogAsync(CancellationToken cancellation) => _screen.StepAsync("log verify", async _ =>
    {
        JsonElement report = default;
        // The witness cosigns a moment after the last entry.
        await Patience.UntilAsync(
            async () => (report = await AuditAsync(cancellation)).GetProperty("outcome").GetString() == "valid",
            PollEvery, _plan.Patience, () => $"XA's log does not verify with XB's cosignature: {Steps(report).Last()}", cancellation);
        Record = Record with { LogEntries = report.GetProperty("size").GetInt32() };
        return string.Join(" ", Steps(report));
    });

    private async Task<JsonElement> AuditAsync(CancellationToken cancellation)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        string[] arguments = ["log", "verify", _plan.Xa.ToString(), "--trust", Path.Combine(_plan.Work, "trust-list.jws"), "--witnesses", "1", "--json"];
        await CommandHost.RunAsync(arguments, CommandTerminal.Plain(output, errors), cancellation);
        return output.ToString() is { Length: > 0 } json
            ? JsonSerializer.Deserialize<JsonElement>(json)
            : JsonSerializer.SerializeToElement(new { outcome = "undetermined", steps = new[] { new { says = errors.ToString() } } });
    }

    private static IEnumerable<string> Steps(JsonElement report) =>
        report.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("says").GetString()!);
}
