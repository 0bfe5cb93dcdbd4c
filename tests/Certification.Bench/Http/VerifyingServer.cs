using System.Text;
using Certification.Bench.Harness;
using Certification.Domain.Certificates;
using Certification.Server;
using Certification.Server.Hosting;
using Certification.Signing.Keys;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Storage.Blobs;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities.Log;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Bench.Http;

/// <summary>An authority as the server composes it, on Kestrel, with one certificate of its own in force; and everything that a
/// verifier needs for the same verdict without asking it.</summary>
internal sealed class VerifyingServer : IAsyncDisposable
{
    private const string BaseUrl = "http://xa.bench";
    private const string ListPath = "status/1.jwt";
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-bench-http-").FullName;
    private WebApplication? _app;

    /// <summary>The certificate's file.</summary>
    public byte[] Certificate { get; private set; } = [];

    /// <summary>What the server judges by, at hand.</summary>
    public VerificationInputs Inputs { get; private set; } = null!;

    /// <summary>Where it answers.</summary>
    public Uri Verify => new(new Uri(_app!.Urls.First()), "/v1/verify");

    /// <summary>Starts it on storage of its own.</summary>
    public static async Task<VerifyingServer> Start(BenchStorage storage)
    {
        var server = new VerifyingServer();
        var now = TimeProvider.System.GetUtcNow();
        using var keys = KeyFolder.OpenOrCreate(Path.Combine(server._folder, "keys"), "XA", "Authority of the bench", now.AddDays(-30));
        var trusted = await TrustListSigner.SignAsync(
            new TrustList("XA", 1, now, now.AddYears(1), [keys.Describe(BaseUrl, BaseUrl + "/public")]), keys.Root);
        await File.WriteAllTextAsync(server.TrustFile, trusted);
        server._app = await server.Host(storage);
        await server.Issue(keys, TrustStoreFile.OpenPinned(trusted, out _)!, now);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string TrustFile => Path.Combine(_folder, "trust-list.jws");

    private async Task<WebApplication> Host(BenchStorage storage)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "None",
            ["Authority:Code"] = "XA",
            ["Authority:Name"] = "Authority of the bench",
            ["Authority:BaseUrl"] = BaseUrl,
            ["Storage:ConnectionString"] = storage.ConnectionString,
            ["Storage:Prefix"] = "b" + Guid.NewGuid().ToString("N")[..12],
            ["Keys:Folder"] = Path.Combine(_folder, "keys"),
            ["Trust:ListFile"] = TrustFile,
            ["Node:Folder"] = Directory.CreateDirectory(Path.Combine(_folder, "node")).FullName,
            ["Public:ReadsPerMinute"] = "1000000",
        });
        var app = await AuthorityHost.Build(builder, ServerSettings.Read(builder.Configuration, isDevelopment: true));
        await app.StartAsync();
        return app;
    }

    private async Task Issue(KeyFolder keys, TrustStore trust, DateTimeOffset now)
    {
        var list = $"{BaseUrl}/public/{ListPath}";
        var sample = SampleDraft.Create();
        var draft = sample with
        {
            Validity = new(now.AddDays(-1), now.AddDays(364)), Status = new(list, sample.Status.Index),
            Surveillance = [sample.Surveillance[0] with { FirstDue = DateOnly.FromDateTime(now.AddDays(180).UtcDateTime) }],
            Log = new Uri(BaseUrl).Authority + "/log",
        };
        LintedDraft.TryPass(draft, SampleDraft.Context, out var linted, out var findings);
        var signed = await CertificateSigner.SignAsync(
            linted ?? throw new InvalidOperationException(string.Join(' ', findings.Select(finding => finding.Message))), keys.Issuing, now.AddDays(-1));
        Certificate = signed.Xml;
        var digest = CertificateVerifier.Check(Certificate, thumbprint => trust.Find(ServiceKind.Issuing, thumbprint)?.Key).CanonicalDigest!.Value;

        var blobs = _app!.Services.GetRequiredService<PublicBlobs>();
        var status = await StatusListToken.SignAsync(StatusList.Create(), list, now, TimeSpan.FromDays(7), TimeSpan.FromHours(1), keys.Status);
        var record = await StatusRecord.SignAsync(
            new StatusRecord("XA", draft.Number, digest, CertificateStatus.Valid, now.AddDays(-1), null, null, now.AddDays(-1), []), keys.Status);
        await blobs.PutLatest(ListPath, Encoding.ASCII.GetBytes(status), StatusListToken.MediaType, TimeSpan.FromHours(1));
        await blobs.PutLatest(StatusPaths.Record(draft.Number), Encoding.ASCII.GetBytes(record), StatusRecord.MediaType, TimeSpan.FromHours(1));
        var proof = await _app.Services.GetRequiredService<AuthorityLog>().Enter(LogEntry.Of(draft.Number, digest), CancellationToken.None);
        Inputs = new VerificationInputs(
            trust, status, now, TimeSpan.FromDays(1), StatusRecord: record, Log: new LogEvidence(trust.Logs(needed: 0, now), proof.ToString()));
    }
}
