using System.Net;
using System.Net.Sockets;

namespace Certification.Testing.Faults;

/// <summary>A storage account behind a bad line, for processes that a test cannot reach into: it stands between a server
/// and Azurite and gives a share of all requests a 503, a reset before storage sees them, or a reset in place of storage's
/// reply. Shared keys sign the path and not the host, so the account works through it unchanged.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly List<TcpListener> _listeners = [];
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly FaultDice _dice;
    private Task _serving = Task.CompletedTask;

    private FaultyProxy(FaultDice dice, string connectionString) => (_dice, ConnectionString) = (dice, connectionString);

    /// <summary>The account as reached through the bad line.</summary>
    public string ConnectionString { get; private set; }

    /// <summary>How many requests have gone wrong so far.</summary>
    public int Faults => _dice.Faults;

    /// <summary>Listens on free ports in front of an account's blob and table endpoints.</summary>
    /// <param name="rate">Share of requests that go wrong, such as 0.1.</param>
    public static FaultyProxy Start(string connectionString, int seed, double rate = 0.1)
    {
        var proxy = new FaultyProxy(new FaultDice(seed, rate), connectionString);
        var endpoints = connectionString.Split(';')
            .Where(part => part.StartsWith("BlobEndpoint=", StringComparison.Ordinal)
                || part.StartsWith("TableEndpoint=", StringComparison.Ordinal))
            .Select(part => new Uri(part[(part.IndexOf('=') + 1)..]));
        var serving = new List<Task>();
        foreach (var endpoint in endpoints)
        {
            var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            proxy._listeners.Add(listener);
            var port = ((IPEndPoint)listener.LocalEndpoint).Port;
            proxy.ConnectionString = proxy.ConnectionString.Replace(endpoint.Authority, $"127.0.0.1:{port}", StringComparison.Ordinal);
            serving.Add(proxy.Accept(listener, endpoint.Authority));
        }

        proxy._serving = Task.WhenAll(serving);
        return proxy;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listeners.ForEach(listener => listener.Dispose());
        await _serving;
        _http.Dispose();
        _stop.Dispose();
    }

    private async Task Accept(TcpListener listener, string target)
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptTcpClientAsync(_stop.Token);
                _ = Serve(client, target);
            }
            catch (Exception error) when (error is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                // The proxy is being stopped.
                return;
            }
        }
    }

    /// <summary>One connection, request after request, until either side ends it or a fault breaks it.</summary>
    private async Task Serve(TcpClient client, string target)
    {
        using var connection = client;
        client.NoDelay = true;
        try
        {
            var wire = new ProxiedConnection(client.GetStream());
            while (await wire.ReadRequest(target, _stop.Token) is { } request)
            {
                var fault = _dice.Draw();
                if (fault == FaultKind.Refused)
                {
                    await wire.WriteRefusal(_stop.Token);
                    continue;
                }

                if (fault == FaultKind.ResetBefore)
                {
                    break;
                }

                using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, _stop.Token);
                if (fault == FaultKind.ReplyLost)
                {
                    break;
                }

                await wire.WriteResponse(response, request.Method == HttpMethod.Head, _stop.Token);
            }

            // Linger 0 makes the close a reset and not an orderly end.
            client.Client.LingerState = new LingerOption(true, 0);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException or HttpRequestException or SocketException)
        {
            // The client went away, or is being killed: that is what this proxy is for.
            return;
        }
    }
}
