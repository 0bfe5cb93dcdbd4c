using System.Text;
using Certification.Signing.Bundles;
using Certification.Signing.Log;
using Certification.Testing.Certificates;

namespace Certification.Cli.Tests.Verifying;

/// <summary>What people and scripts see of <c>certify verify bundle</c>.</summary>
public sealed class VerifyBundleCommandTests : IAsyncLifetime
{
    private const string OnTheDay = "2026-03-03T12:00:00Z";
    private readonly SampleAuthority _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-bundle-").FullName;

    private string Bundle => Path.Combine(_folder, "bundle.json");

    private string Anchor => Path.Combine(_folder, "root.pem");

    public async ValueTask InitializeAsync()
    {
        var bundle = new CertificateBundle(
            CertificateBundle.CurrentFormat, Encoding.UTF8.GetString((await _authority.SignAsync()).Xml),
            await Signing.Trust.TrustListSigner.SignAsync(_authority.TrustList(), _authority.Keys.Root), await _authority.StatusAsync());
        await File.WriteAllBytesAsync(Bundle, bundle.Bytes());
        await File.WriteAllTextAsync(Anchor, _authority.Keys.Root.Certificate.ExportCertificatePem());
    }

    public ValueTask DisposeAsync()
    {
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_bundle_under_a_pinned_anchor_is_valid_and_says_the_same_bytes_again()
    {
        var run = await CertifyRun.Of("verify", "bundle", Bundle, "--offline", "--at", OnTheDay, "--anchor", Anchor, "--json");
        var again = await CertifyRun.Of("verify", "bundle", Bundle, "--offline", "--at", OnTheDay, "--anchor", Anchor, "--json");
        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("\"outcome\":\"valid\"", run.Output.Replace(": ", ":"));
        Assert.Equal(run.Output, again.Output);
    }

    [Fact]
    public async Task Without_an_anchor_it_is_undetermined() =>
        Assert.Equal(2, (await CertifyRun.Of("verify", "bundle", Bundle, "--at", OnTheDay)).ExitCode);

    [Fact]
    public async Task A_verifier_who_wants_a_log_proof_gets_no_yes_without_one()
    {
        var key = new Ed25519NoteSigner("xa.example/log", new byte[32]).Verifier.ToString();
        var run = await CertifyRun.Of("verify", "bundle", Bundle, "--at", OnTheDay, "--anchor", Anchor, "--log-key", key);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("log.proof-missing", run.Output);
    }

    [Fact]
    public async Task What_is_no_bundle_and_what_is_no_key_are_told_apart()
    {
        Assert.Equal(1, (await CertifyRun.Of("verify", "bundle", Anchor, "--at", OnTheDay)).ExitCode);
        Assert.Equal(64, (await CertifyRun.Of("verify", "bundle", Bundle, "--at", OnTheDay, "--log-key", "x")).ExitCode);
        Assert.Equal(64, (await CertifyRun.Of("verify", "bundle", Bundle)).ExitCode);
    }
}
