using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Certification.Vault.Tests.StandIn;

/// <summary>An HTTPS server that answers as Azure Key Vault does, with real keys: token check with challenge, keys
/// and their versions, sign. Clients reach it under the name of a real vault.</summary>
internal sealed class StandInVault : IAsyncDisposable
{
    /// <summary>The name under which clients call it, and for which its TLS certificate is made.</summary>
    internal static readonly Uri Address = new("https://certification-xa.vault.azure.net");

    private readonly X509Certificate2 _tls = SelfSigned(Address.Host);
    private readonly ConcurrentQueue<int> _failures = new();
    private readonly List<StandInKey> _keys = [];
    private readonly WebApplication _app;

    private StandInVault()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_tls)));
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Use(Gate);
        StandInVaultRoutes.Map(_app, this);
    }

    /// <summary>Method and path of every request, in order.</summary>
    internal ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Whom tokens must be for.</summary>
    internal string Resource { get; set; } = "https://vault.azure.net";

    /// <summary>True for a caller whose token is good but who has no role.</summary>
    internal bool Forbids { get; set; }

    internal static async Task<StandInVault> StartAsync()
    {
        var vault = new StandInVault();
        await vault._app.StartAsync();
        return vault;
    }

    /// <summary>Makes the next version of a key.</summary>
    internal StandInKey AddKey(string name, ECCurve? curve = null)
    {
        var key = new StandInKey(name, Guid.NewGuid().ToString("N"), 1_790_000_000 + _keys.Count, ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256));
        _keys.Add(key);
        return key;
    }

    /// <summary>The fault of a vault that answers for another key under this one's name.</summary>
    internal void Exchange(StandInKey key)
    {
        _keys.Remove(key);
        _keys.Add(key with { Private = ECDsa.Create(ECCurve.NamedCurves.nistP256) });
        key.Dispose();
    }

    /// <summary>The version, or the newest without one; null when there is none.</summary>
    internal StandInKey? Find(string name, string? version) =>
        _keys.LastOrDefault(key => key.Name == name && (version is null || key.Version == version));

    /// <summary>All versions of a key.</summary>
    internal IEnumerable<StandInKey> Versions(string name) => _keys.Where(key => key.Name == name);

    /// <summary>Answers the next authorized request with this status.</summary>
    internal void FailOnce(int status) => _failures.Enqueue(status);

    /// <summary>A connection to it, with retries that do not make tests wait.</summary>
    internal VaultConnection Connect(StandInCredential? credential = null)
    {
        var options = new VaultClientOptions { Transport = new HttpClientTransport(Redirected()) };
        options.Retry.Delay = options.Retry.MaxDelay = TimeSpan.FromMilliseconds(1);
        return new VaultConnection(Address, credential ?? new StandInCredential(), options);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _keys.ForEach(key => key.Dispose());
        _tls.Dispose();
    }

    // The name is checked against the certificate as ever; only where the name leads to, and who vouches for it, is ours.
    private SocketsHttpHandler Redirected()
    {
        var server = _app.Services.GetRequiredService<IServer>();
        var port = new Uri(server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port;
        var handler = new SocketsHttpHandler
        {
            ConnectCallback = async (_, cancellation) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await socket.ConnectAsync(IPAddress.Loopback, port, cancellation);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            CustomTrustStore = { _tls },
            RevocationMode = X509RevocationMode.NoCheck,
        };
        return handler;
    }

    private async Task Gate(HttpContext context, RequestDelegate next)
    {
        Requests.Enqueue($"{context.Request.Method} {context.Request.Path}");
        if (context.Request.Headers.Authorization != $"Bearer {StandInCredential.Token(Resource + "/.default")}")
        {
            context.Response.Headers.WWWAuthenticate =
                $"Bearer authorization=\"https://login.microsoftonline.com/{StandInCredential.Tenant}\", resource=\"{Resource}\"";
            await StandInVaultRoutes.Refuse(context, 401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.");
        }
        else if (_failures.TryDequeue(out var status))
        {
            await StandInVaultRoutes.Refuse(context, status, "Throttled", "Request was not processed because too many requests were received.");
        }
        else if (Forbids)
        {
            await StandInVaultRoutes.Refuse(context, 403, "Forbidden", "Caller is not authorized to perform action on resource.", "ForbiddenByRbac");
        }
        else
        {
            await next(context);
        }
    }

    private static X509Certificate2 SelfSigned(string host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddHours(-1), now.AddHours(1));
    }
}
