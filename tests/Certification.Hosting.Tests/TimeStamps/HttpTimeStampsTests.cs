using Certification.Domain;
using Certification.Hosting.Settings;
using Certification.Hosting.TimeStamps;
using Certification.Signing.TimeStamps;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities.Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Certification.Hosting.Tests.TimeStamps;

/// <summary>A time-stamping authority on loopback, behind which openssl answers, and which misbehaves by path.</summary>
public sealed class HttpTimeStampsTests : IAsyncLifetime
{
    private static readonly Sha256Digest Digest = Sha256Digest.Of("a certificate's canonical body"u8);
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-tsa-").FullName;
    private readonly OpensslTsa _tsa = new();
    private WebApplication _server = null!;

    private string RootsFile => Path.Combine(_folder, "roots.pem");

    [Fact]
    public async Task A_token_over_http_verifies()
    {
        using var stamps = At("/tsa");
        var token = await stamps.Stamp(Digest, TestContext.Current.CancellationToken);
        Assert.NotNull(new TimeStampEvidence([_tsa.Root], token).ExistedAt(Digest, out _));
    }

    [Theory]
    [InlineData("/wrong-digest", "time-stamp.answer-unfit")]
    [InlineData("/wrong-nonce", "time-stamp.answer-unfit")]
    [InlineData("/garbage", "time-stamp.answer-unfit")]
    [InlineData("/down", "time-stamp.unavailable")]
    [InlineData("/without-end", "time-stamp.unavailable")]
    [InlineData("/silent", "time-stamp.unavailable")]
    [InlineData("/elsewhere", "time-stamp.unavailable")]
    public async Task An_answer_that_does_not_fit_is_no_time_stamp(string path, string code)
    {
        using var stamps = At(path);
        var none = await Assert.ThrowsAsync<NoTimeStampException>(() => stamps.Stamp(Digest, TestContext.Current.CancellationToken));
        Assert.Contains(code, none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_at_the_address_is_no_time_stamp()
    {
        using var stamps = new HttpTimeStamps(new() { Url = "http://127.0.0.1:1/tsa", RootsFile = RootsFile }, TimeSpan.FromSeconds(20));
        var none = await Assert.ThrowsAsync<NoTimeStampException>(() => stamps.Stamp(Digest, TestContext.Current.CancellationToken));
        Assert.Contains("time-stamp.unavailable", none.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Roots_that_cannot_be_read_stop_the_start()
    {
        File.WriteAllText(RootsFile, "no certificate");
        Assert.Equal("TimeStamps:RootsFile", Assert.Throws<SettingsException>(() => At("/tsa")).Key);
    }

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(OpensslTsa.IsInstalled, "openssl is not installed");
        await File.WriteAllTextAsync(RootsFile, _tsa.Root.ExportCertificatePem(), TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Urls.Add("http://127.0.0.1:0");
        _server.MapPost("/tsa", Answer(query => query));
        _server.MapPost("/wrong-digest", Answer(_ => TimeStampQuery.Of(Sha256Digest.Of("another"u8)).Bytes()));
        _server.MapPost("/wrong-nonce", Answer(_ => TimeStampQuery.Of(Digest).Bytes()));
        _server.MapPost("/garbage", () => Results.Bytes([1, 2, 3]));
        _server.MapPost("/down", () => Results.StatusCode(503));
        _server.MapPost("/without-end", () => Results.Bytes(new byte[1 << 20]));
        _server.MapPost("/silent", async (CancellationToken gone) => await Task.Delay(Timeout.Infinite, gone));
        _server.MapPost("/elsewhere", () => Results.Redirect("/tsa", preserveMethod: true));
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
        _tsa.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Func<HttpRequest, Task<IResult>> Answer(Func<byte[], byte[]> stampedInstead) => async request =>
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        return Results.Bytes(_tsa.Reply(stampedInstead(body.ToArray())), "application/timestamp-reply");
    };

    private HttpTimeStamps At(string path) =>
        new(new() { Url = _server.Urls.Single() + path, RootsFile = RootsFile }, path == "/silent" ? TimeSpan.FromMilliseconds(300) : TimeSpan.FromSeconds(20));
}
