using Certification.Domain.Certificates;
using Certification.Hosting.Federation;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Recognition;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Certification.Hosting.Tests.Federation;

/// <summary>Calls to an authority that misbehaves.</summary>
public sealed class HttpPeersTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-peers-").FullName;
    private readonly HttpClient _http = PeerHttp.CreateClient();
    private int _strayCalls;
    private WebApplication? _peer;
    private HttpPeers _peers = null!;
    private string _site = "";

    [Fact]
    public async Task A_published_certificate_is_fetched_from_the_site_of_the_trust_list() =>
        Assert.Equal("<c/>"u8.ToArray(), await _peers.FetchCertificate("XB", "XB-2026-000001", TestContext.Current.CancellationToken));

    [Fact]
    public async Task What_the_issuer_does_not_publish_is_null() =>
        Assert.Null(await _peers.FetchCertificate("XB", "XB-2026-000404", TestContext.Current.CancellationToken));

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await Assert.ThrowsAsync<PeerUnreachableException>(
            () => _peers.FetchCertificate("XB", "XB-2026-000302", TestContext.Current.CancellationToken));
        Assert.Equal(0, _strayCalls);
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off() =>
        await Assert.ThrowsAsync<PeerUnreachableException>(
            () => _peers.FetchCertificate("XB", "XB-2026-000999", TestContext.Current.CancellationToken));

    [Fact]
    public async Task An_authority_that_the_trust_list_does_not_name_is_not_called() =>
        await Assert.ThrowsAsync<PeerUnreachableException>(
            () => _peers.RequestRecognition("XQ", "XA-2026-000001", TestContext.Current.CancellationToken));

    [Fact]
    public async Task An_authority_that_nobody_answers_for_is_unreachable() =>
        await Assert.ThrowsAsync<PeerUnreachableException>(
            () => _peers.FetchCertificate("XC", "XC-2026-000001", TestContext.Current.CancellationToken));

    [Theory]
    [InlineData("{origin}/elsewhere")]
    [InlineData("{site}/../stray")]
    [InlineData("{site}.evil.test/status/1.jwt")]
    [InlineData("http://user@{host}/public/status/1.jwt")]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("file:///etc/passwd")]
    [InlineData("status/1.jwt")]
    public async Task A_status_list_outside_the_issuers_site_is_not_fetched(string address)
    {
        var (origin, host) = (_site[..^"/public".Length], new Uri(_site).Authority);
        var uri = address.Replace("{site}", _site, StringComparison.Ordinal)
            .Replace("{origin}", origin, StringComparison.Ordinal).Replace("{host}", host, StringComparison.Ordinal);
        Assert.Null(await _peers.FetchStatusList("XB", uri, TestContext.Current.CancellationToken));
        Assert.Equal(0, _strayCalls);
    }

    [Fact]
    public async Task Status_record_and_log_proof_are_fetched_from_the_issuers_site()
    {
        var (there, absent) = (CertificateNumber.Parse("XB-2026-000001"), CertificateNumber.Parse("XB-2026-000404"));
        Assert.Equal("record", await _peers.FetchStatusRecord("XB", there, TestContext.Current.CancellationToken));
        Assert.Equal("proof", await _peers.FetchLogProof("XB", there, TestContext.Current.CancellationToken));
        Assert.Null(await _peers.FetchStatusRecord("XB", absent, TestContext.Current.CancellationToken));
        Assert.Null(await _peers.FetchLogProof("XB", absent, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task News_for_an_authority_that_never_judged_the_certificate_is_no_error() =>
        await _peers.TellStatus("XB", "XA-2026-000001", "withdrawn", TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _peer = builder.Build();
        _peer.Urls.Add("http://127.0.0.1:0");
        _peer.MapGet("/public/certificates/{file}", Misbehave);
        _peer.MapGet("/public/status-records/XB-2026-000001.jwt", () => "record");
        _peer.MapPost("/v1/federation/status-changes", () => Results.NotFound());
        _peer.MapFallback(() =>
        {
            Interlocked.Increment(ref _strayCalls);
            return Results.NotFound();
        });
        await _peer.StartAsync();
        _site = _peer.Urls.First() + "/public";
        _peers = await Peers();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _peer!.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task Misbehave(string file, HttpContext http)
    {
        switch (file)
        {
            case "XB-2026-000001.xml":
                await http.Response.WriteAsync("<c/>");
                break;
            case "XB-2026-000001.tlog-proof":
                await http.Response.WriteAsync("proof");
                break;
            case "XB-2026-000302.xml":
                http.Response.Redirect("/stray");
                break;
            case "XB-2026-000999.xml":
                var chunk = new byte[65_536];
                while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(chunk, http.RequestAborted);
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                break;
        }
    }

    private async Task<HttpPeers> Peers()
    {
        var now = TimeProvider.System.GetUtcNow();
        var own = KeyFolder.OpenOrCreate(Path.Combine(_folder, "xa"), "XA", "Authority A", now);
        var other = KeyFolder.OpenOrCreate(Path.Combine(_folder, "xb"), "XB", "Authority B", now);
        var absent = KeyFolder.OpenOrCreate(Path.Combine(_folder, "xc"), "XC", "Authority C", now);
        var list = new TrustList(
            "XA", 1, now, now.AddDays(30),
            [own.Describe("http://xa.test", "http://xa.test/public"), other.Describe(_peer!.Urls.First(), _site),
                absent.Describe("http://127.0.0.1:1", "http://127.0.0.1:1/public")]);
        var trust = TrustStoreFile.OpenPinned(await TrustListSigner.SignAsync(list, own.Root), out _)!;
        var profile = new AuthorityProfile("XA", "Authority A", "http://xa.test", "http://xa.test/public");
        return new HttpPeers(_http, new CurrentTrust(trust), SigningKeys.Of(own), profile);
    }
}
