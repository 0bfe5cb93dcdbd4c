using System.Diagnostics;
using System.Text;
using Certification.Cli.Terminal;
using Certification.Domain.Certificates;
using Certification.Signing.Bundles;
using Certification.Signing.Keys;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Xml;
using Certification.Testing.Certificates;

namespace Certification.Cli.Tests.Verifying;

/// <summary>A bundle of 1994: every key and certificate in it ran out before this test was written. What it says of an instant of
/// 1994 it says for ever, on every machine.</summary>
public sealed class BundleInTenYearsTests : IAsyncLifetime
{
    private const string OnTheDay = "1994-03-03T12:00:00Z";
    private static readonly DateTimeOffset Day = new(1994, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-1994-").FullName;

    private string[] Question => ["verify", "bundle", Path.Combine(_folder, "bundle.json"), "--offline", "--at", OnTheDay, "--anchor", Path.Combine(_folder, "root.pem"), "--json"];

    public async ValueTask InitializeAsync()
    {
        using var keys = KeyFolder.OpenOrCreate(Path.Combine(_folder, "keys"), "XA", "Authority of Exampland", Day.AddDays(-30));
        Assert.True(keys.Root.Certificate.NotAfter < TimeProvider.System.GetUtcNow().UtcDateTime);
        var draft = SampleDraft.Create() with { Validity = new(Day, Day.AddDays(300)), Surveillance = [new("surveillance.audit", 180, new(1994, 9, 1), "Audit.")] };
        Assert.True(LintedDraft.TryPass(draft, SampleDraft.Context, out var linted, out _));
        var signed = await CertificateSigner.SignAsync(linted, keys.Issuing, Day);
        var list = new TrustList("XA", 1, Day, Day.AddDays(30), [keys.Describe("https://xa.example/v1", "https://xa.example")]);
        var bundle = new CertificateBundle(
            CertificateBundle.CurrentFormat, Encoding.UTF8.GetString(signed.Xml), await TrustListSigner.SignAsync(list, keys.Root),
            await StatusListToken.SignAsync(StatusList.Create(), draft.Status.List, Day.AddDays(1), TimeSpan.FromDays(7), TimeSpan.FromHours(1), keys.Status),
            StatusRecord: await StatusRecord.SignAsync(
                new("XA", draft.Number, signed.CanonicalDigest, CertificateStatus.Valid, Day, "issued", null, Day, []), keys.Status));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "bundle.json"), bundle.Bytes());
        await File.WriteAllTextAsync(Path.Combine(_folder, "root.pem"), keys.Root.Certificate.ExportCertificatePem());
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Keys_that_ran_out_since_do_not_change_what_held_on_the_day()
    {
        var run = await CertifyRun.Of(Question);
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
    }

    [Fact]
    public async Task About_today_it_says_that_the_certificate_is_over()
    {
        var run = await CertifyRun.Of("verify", "bundle", Question[2], "--offline", "--at", "2026-03-03", "--anchor", Question[7]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("certificate.expired", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Machines_with_other_clocks_and_languages_say_the_same_bytes()
    {
        string[] answers =
        [
            await OnMachine("UTC", "C"), await OnMachine("Pacific/Kiritimati", "ar_EG.UTF-8"), await OnMachine("America/St_Johns", "th_TH.UTF-8"),
            await OnMachine("Asia/Tehran", "tr_TR.UTF-8"),
        ];
        Assert.Contains("\"valid\"", answers[0], StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
    }

    [Fact]
    public async Task Offline_opens_no_connection_and_asks_for_no_name()
    {
        using var network = new NetworkUse();
        await CertifyRun.Of(Question);
        Assert.Empty(network.Seen);

        // That the listener sees what it is to see: the same certificate with trust from an address.
        await CertifyRun.Of("verify", Question[2], "--trust", "http://localhost:1/trust-list.jws");
        Assert.NotEmpty(network.Seen);
    }

    private async Task<string> OnMachine(string zone, string language)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(CommandHost).Assembly.Location, .. Question]) { RedirectStandardOutput = true };
        (start.Environment["TZ"], start.Environment["LANG"], start.Environment["LC_ALL"]) = (zone, language, language);
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return answer;
    }
}
