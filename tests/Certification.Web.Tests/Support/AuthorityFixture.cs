using Certification.Server;
using Certification.Server.Hosting;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

[assembly: AssemblyFixture(typeof(Certification.Web.Tests.Support.AuthorityFixture))]

namespace Certification.Web.Tests.Support;

/// <summary>Authority XA as the server composes it, on Kestrel, with storage of its own. It trusts XB, whose keys the tests
/// hold; XB itself does not run.</summary>
public sealed class AuthorityFixture : IAsyncLifetime
{
    /// <summary>What XA calls itself; requests go to the port that it really has.</summary>
    public const string BaseUrl = "http://xa.test";

    /// <summary>In the exception that <c>/test/fault</c> throws: no answer may contain it.</summary>
    public const string Secret = "AccountKey=c2VjcmV0";

    private readonly AzuriteFixture _azurite = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-web-").FullName;
    private WebApplication? _app;

    /// <summary>Calls XA without a token.</summary>
    public HttpClient Anybody { get; private set; } = null!;

    /// <summary>The keys of XB.</summary>
    public KeyFolder Peer { get; private set; } = null!;

    /// <summary>What the server is made of.</summary>
    public IServiceProvider Services => _app!.Services;

    /// <summary>The endpoints as mapped.</summary>
    public Microsoft.AspNetCore.Routing.EndpointDataSource Endpoints =>
        Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _azurite.InitializeAsync();
        var now = TimeProvider.System.GetUtcNow();
        using var own = KeyFolder.OpenOrCreate(Path.Combine(_folder, "keys"), "XA", "Authority of Exampland A", now);
        Peer = KeyFolder.OpenOrCreate(Path.Combine(_folder, "peer"), "XB", "Authority of Exampland B", now);
        var list = new TrustList(
            "XA", 1, now, now.AddYears(1),
            [own.Describe(BaseUrl, BaseUrl + "/public"), Peer.Describe("http://127.0.0.1:1", "http://127.0.0.1:1/public")]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "trust-list.jws"), await TrustListSigner.SignAsync(list, own.Root));
        _app = await Start("Development");
        Anybody = Client(_app);
    }

    /// <summary>A server with other settings, on storage of its own; the caller disposes it.</summary>
    public async Task<WebApplication> Start(string environment, params (string Key, string Value)[] more)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "None",
            ["Authority:Code"] = "XA",
            ["Authority:Name"] = "Authority of Exampland A",
            ["Authority:BaseUrl"] = BaseUrl,
            ["Storage:ConnectionString"] = _azurite.ConnectionString,
            ["Storage:Prefix"] = AzuriteFixture.NewPrefix(),
            ["Keys:Folder"] = Path.Combine(_folder, "keys"),
            ["Trust:ListFile"] = Path.Combine(_folder, "trust-list.jws"),
            ["Node:Folder"] = Directory.CreateDirectory(Path.Combine(_folder, AzuriteFixture.NewPrefix())).FullName,
            ["Evidence:LimitBytes"] = "1000000",
        });
        builder.Configuration.AddInMemoryCollection(more.ToDictionary(pair => pair.Key, pair => (string?)pair.Value));
        var app = await AuthorityHost.Build(builder, ServerSettings.Read(builder.Configuration, environment == "Development"));
        app.MapGet("/test/fault", (HttpContext _) => throw new InvalidOperationException(Secret)).ExcludeFromDescription();
        await app.StartAsync();
        return app;
    }

    /// <summary>A client of a server.</summary>
    public static HttpClient Client(WebApplication app) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(app.Urls.First()) };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        Peer.Dispose();
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
