using System.Text;
using System.Text.Json;
using Certification.Signing.Bundles;
using Certification.Signing.Trust;
using Certification.Testing.Certificates;

namespace Certification.Cli.Tests.Verifying;

/// <summary>What people and scripts see of <c>certify bundle</c>; the authority is a site that has one file.</summary>
public sealed class BundleCommandTests : IAsyncLifetime
{
    private const string OnTheDay = "2026-03-03T12:00:00Z";
    private readonly SampleAuthority _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("certify-bundle-").FullName;
    private readonly StaticSite _site = new();
    private CertificateBundle _bundle = null!;

    private string Written => Path.Combine(_folder, "out.json");

    public async ValueTask InitializeAsync()
    {
        _bundle = new(CertificateBundle.CurrentFormat, Encoding.UTF8.GetString((await _authority.SignAsync()).Xml), "of somebody else", await _authority.StatusAsync());
        await File.WriteAllTextAsync(Path.Combine(_folder, "trust.jws"), await TrustListSigner.SignAsync(_authority.TrustList(), _authority.Keys.Root));
        await File.WriteAllTextAsync(Path.Combine(_folder, "trust.pem"), _authority.Keys.Certificates());
        _site.Files["/v1/certificates/XA-2026-000123/bundle"] = _bundle.Bytes();
    }

    public ValueTask DisposeAsync()
    {
        _site.Dispose();
        _authority.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_writes_one_file_and_says_what_is_in_it()
    {
        var run = await CertifyRun.Of("bundle", "XA-2026-000123", "--from", _site.Address, "--out", Written);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains("status list", run.Output, StringComparison.Ordinal);
        Assert.Contains("lacks       log proof", run.Output, StringComparison.Ordinal);
        Assert.Equal(_bundle.Bytes(), await File.ReadAllBytesAsync(Written, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task With_trust_it_encloses_the_pinned_list_and_judges_at_once()
    {
        var run = await CertifyRun.Of(
            "bundle", "XA-2026-000123", "--from", _site.Address, "--out", Written, "--trust", Path.Combine(_folder, "trust.jws"), "--at", OnTheDay, "--json");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal("valid", JsonSerializer.Deserialize<JsonElement>(run.Output).GetProperty("outcome").GetString());
        var written = CertificateBundle.Read(await File.ReadAllBytesAsync(Written, TestContext.Current.CancellationToken), out _)!;
        Assert.StartsWith("ey", written.TrustList, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pinned_certificates_judge_it_and_stay_outside()
    {
        var run = await CertifyRun.Of(
            "bundle", "XA-2026-000123", "--from", _site.Address, "--out", Written, "--trust", Path.Combine(_folder, "trust.pem"), "--at", "2026-03-09");

        Assert.Equal((2, ""), (run.ExitCode, run.Errors));
        Assert.Contains("status.stale", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_that_answers_something_else_leaves_no_file()
    {
        _site.Files["/v1/certificates/XA-2026-000123/bundle"] = (_bundle with { Format = "certification-bundle/2" }).Bytes();
        var run = await CertifyRun.Of("bundle", "XA-2026-000123", "--from", _site.Address, "--out", Written);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("bundle.malformed", run.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Written));
    }
}
