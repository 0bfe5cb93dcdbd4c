using System.Text;
using System.Text.Json;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Domain.Certificates;

namespace Certification.Cli.Tests.Verifying;

/// <summary>What people and scripts see of <c>certify status</c>.</summary>
public sealed class CertificateStatusCommandTests : IDisposable
{
    private const string Number = "XA-2026-000123";
    private readonly StaticSite _site = new();

    public CertificateStatusCommandTests()
    {
        _site.Files[$"/v1/certificates/{Number}"] = """
            {"number":"XA-2026-000123","status":"withdrawn","reason":"It harmed people.","since":"2026-03-08T09:00:00Z","holder":"Acme Models GmbH",
             "system":"acme/helper-7b 2.1.0","tier":"high","validity":{"notBefore":"2026-03-02T09:00:00Z","notAfter":"2027-03-02T09:00:00Z"},
             "statusList":{"uri":"http://xa.example/status/1.jwt","index":4711},"recognitions":[{"authority":"XB","verdict":"refused"}],
             "history":[{"status":"valid","since":"2026-03-02T09:00:00Z","reason":"issued"},
               {"status":"withdrawn","since":"2026-03-08T09:00:00Z","reason":"withdrawal.safety","successor":"XA-2026-000200"}]}
            """u8.ToArray();
        _site.Files["/public/" + StatusPaths.Proof(CertificateNumber.Parse(Number), 2)] =
            Encoding.UTF8.GetBytes(new LogProof(12, [], "xa.example/log\n13\nroot\n").ToString());
    }

    public void Dispose() => _site.Dispose();

    [Fact]
    public async Task It_shows_every_status_with_reason_successor_and_place_in_the_log()
    {
        var run = await CertifyRun.Of("status", Number, "--authority", _site.Address);

        Assert.Equal((1, ""), (run.ExitCode, run.Errors));
        Golden.Matches("withdrawn", run.Output);
    }

    [Fact]
    public async Task Json_has_the_same_steps()
    {
        var run = await CertifyRun.Of("status", Number, "--authority", _site.Address, "--json");

        var steps = JsonSerializer.Deserialize<JsonElement>(run.Output).GetProperty("history").EnumerateArray().ToList();
        Assert.Equal(["issued", "withdrawal.safety"], steps.Select(step => step.GetProperty("reason").GetString()));
        Assert.Equal("xa.example/log 12", steps[1].GetProperty("logEntry").GetString());
        Assert.False(steps[0].TryGetProperty("logEntry", out _));
    }
}
