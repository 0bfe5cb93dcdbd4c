using System.Net;
using System.Net.Sockets;
using Certification.Server;
using Certification.Server.Hosting;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Testing;
using Certification.Web.Access;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Certification.Browser.Tests;

/// <summary>Authority XA as the server composes it, with a certificate, a recognition and two cases in its storage.</summary>
public sealed class RunningAuthority : IAsyncLifetime
{
    private readonly AzuriteFixture _azurite = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("certification-browser-").FullName;
    private WebApplication? _app;

    /// <summary>Where it answers.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What was put into its storage.</summary>
    public SeededCases Cases { get; private set; } = null!;

    /// <summary>A development token.</summary>
    public string Token(string role, string name, string organisation) =>
        _app!.Services.GetRequiredService<DevelopmentIssuer>().Issue(role, name, organisation, TimeSpan.FromMinutes(10));

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await _azurite.InitializeAsync();
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        await PutTrustList();
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(Settings());
        _app = await AuthorityHost.Build(builder, ServerSettings.Read(builder.Configuration, isDevelopment: true));
        await _app.StartAsync();
        Cases = await SeededCases.Put(_app.Services);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _app!.StopAsync();
        await _app.DisposeAsync();
        await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task PutTrustList()
    {
        var (address, now) = (Address.ToString().TrimEnd('/'), TimeProvider.System.GetUtcNow());
        using var keys = KeyFolder.OpenOrCreate(Path.Combine(_folder, "keys"), "XA", "Authority of Exampland A", now);
        var list = new TrustList("XA", 1, now, now.AddYears(1), [keys.Describe(address, $"{address}/public")]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "trust-list.jws"), await TrustListSigner.SignAsync(list, keys.Root));
    }

    private Dictionary<string, string?> Settings()
    {
        var address = Address.ToString().TrimEnd('/');
        return new()
        {
            ["urls"] = address,
            ["Logging:LogLevel:Default"] = "None",
            ["Authority:Code"] = "XA",
            ["Authority:Name"] = "Authority of Exampland A",
            ["Authority:BaseUrl"] = address,
            ["Storage:ConnectionString"] = _azurite.ConnectionString,
            ["Storage:Prefix"] = AzuriteFixture.NewPrefix(),
            ["Keys:Folder"] = Path.Combine(_folder, "keys"),
            ["Trust:ListFile"] = Path.Combine(_folder, "trust-list.jws"),
            ["Node:Folder"] = Directory.CreateDirectory(Path.Combine(_folder, "node")).FullName,
        };
    }

    // The address stands in certificates and status lists, so it is chosen before the server listens.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
