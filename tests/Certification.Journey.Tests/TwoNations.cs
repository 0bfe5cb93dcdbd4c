using System.Net;
using System.Net.Sockets;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Journey.Tests.Telemetry;
using Certification.Storage;
using Certification.Testing;

namespace Certification.Journey.Tests;

/// <summary>Two authorities that trust each other, as <c>./run</c> sets them up: keys, trust lists, storage and addresses.
/// Servers are started one by one, so that a test decides what runs when.</summary>
public sealed class TwoNations : IAsyncDisposable
{
    private readonly AzuriteFixture _azurite;
    private readonly string _connection;
    private readonly List<ServerProcess> _started = [];
    private readonly Dictionary<string, (string Prefix, int Port)> _authorities;

    private TwoNations(AzuriteFixture azurite, string? connection)
    {
        _azurite = azurite;
        _connection = connection ?? azurite.ConnectionString;
        Folder = Path.Combine(Path.GetTempPath(), "journey-" + Guid.NewGuid().ToString("N")[..12]);
        _authorities = new()
        {
            ["XA"] = (AzuriteFixture.NewPrefix(), FreePort()),
            ["XB"] = (AzuriteFixture.NewPrefix(), FreePort()),
        };
    }

    /// <summary>Everything on disk that belongs to this test.</summary>
    public string Folder { get; }

    /// <summary>Where servers started from now on send their telemetry; null for nowhere.</summary>
    public Collector? Collector { get; set; }

    /// <summary>Makes keys and trust lists with the commands that operators use.</summary>
    /// <param name="connection">Storage as the servers see it, when not straight.</param>
    public static async Task<TwoNations> FoundAsync(AzuriteFixture azurite, string? connection = null)
    {
        var nations = new TwoNations(azurite, connection);
        foreach (var code in nations._authorities.Keys)
        {
            await CertifyAsync("keys", "init", "--authority", code, "--url", nations.Address(code).ToString(), "--folder", nations.Keys(code));
        }
        await CertifyAsync("trust", "sign", "--days", "730", "--folder", nations.Keys("XA"), Path.Combine(nations.Keys("XB"), "card.json"));
        await CertifyAsync("trust", "sign", "--days", "730", "--folder", nations.Keys("XB"), Path.Combine(nations.Keys("XA"), "card.json"));
        return nations;
    }

    /// <summary>Where an authority answers.</summary>
    public Uri Address(string code) => new($"http://127.0.0.1:{_authorities[code].Port}");

    /// <summary>An authority's storage, straight.</summary>
    public AuthorityStorage Storage(string code) => AuthorityStorage.Open(_azurite.Address, _authorities[code].Prefix);

    /// <summary>An authority's key folder.</summary>
    public string Keys(string code) => Path.Combine(Folder, "keys", code.ToLowerInvariant());

    /// <summary>Starts a server of an authority; it is ended with everything else.</summary>
    /// <param name="killAt">Where it ends itself: <c>17:before</c>.</param>
    /// <param name="node">Names the node; a restarted node keeps its name and folder.</param>
    /// <param name="port">Another port than the authority's, for a second node on one machine.</param>
    public ServerProcess Start(string code, string? killAt = null, string node = "first", int? port = null)
    {
        var settings = Settings(code, port);
        settings["Node__Folder"] = Directory.CreateDirectory(Path.Combine(Folder, code, node)).FullName;
        settings["Engine__LeaseSeconds"] = "15";
        if (killAt is not null) settings["Faults__KillAt"] = killAt;
        return Started(ServerProcess.Start(("src/Certification.Server", "Certification.Server"), settings));
    }

    /// <summary>Starts an authority as the Functions app, on stand-ins for the host and its SDKs.</summary>
    public ServerProcess StartFunctions(string code) => Started(ServerProcess.Start(
        ("tests/Certification.Functions.OnStandIns", "Certification.Functions"), Settings(code, port: null)));

    private ServerProcess Started(ServerProcess server)
    {
        _started.Add(server);
        return server;
    }

    private Dictionary<string, string> Settings(string code, int? port)
    {
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port ?? _authorities[code].Port}",
            ["Authority__Code"] = code,
            ["Authority__Name"] = $"Authority {code}",
            ["Authority__BaseUrl"] = Address(code).ToString().TrimEnd('/'),
            ["Storage__ConnectionString"] = _connection,
            ["Storage__Prefix"] = _authorities[code].Prefix,
            ["Keys__Folder"] = Keys(code),
            ["Trust__ListFile"] = Path.Combine(Keys(code), "trust-list.jws"),
            ["Trust__AnchorFile"] = Path.Combine(Keys(code), "root.crt.pem"),
        };
        foreach (var (name, value) in Collector?.Settings(code) ?? []) settings[name] = value;
        return settings;
    }

    /// <summary>Waits until a server says that it is ready.</summary>
    public static async Task AwaitReadyAsync(Uri address, ServerProcess server)
    {
        using var client = new AuthorityClient(address, null, TimeSpan.FromMinutes(2));
        await client.WaitUntilReadyAsync(CancellationToken.None);
        Assert.False(server.HasEnded, server.Log);
    }

    /// <summary>What all servers wrote last, for the message of a test that fails.</summary>
    public string Logs => string.Join("\n\n", _started.TakeLast(2).Select(server => server.Log));

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var server in _started) await server.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task CertifyAsync(params string[] arguments)
    {
        var (output, errors) = (new StringWriter(), new StringWriter());
        var code = await CommandHost.RunAsync(arguments, CommandTerminal.Plain(output, errors), CancellationToken.None);
        Assert.True(code == 0, $"certify {string.Join(' ', arguments)}\n{errors}");
    }
}
