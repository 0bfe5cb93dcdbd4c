using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Certification.Cli.Tests;

/// <summary>An address that answers with files, and 404 for the rest: all that a verifier needs of an authority.</summary>
internal sealed class StaticSite : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closed = new();

    internal StaticSite()
    {
        _listener.Start();
        _ = Answer();
    }

    /// <summary>Files by path, such as <c>/status/1.jwt</c>.</summary>
    internal Dictionary<string, byte[]> Files { get; } = new(StringComparer.Ordinal);

    /// <summary>Without a slash at the end.</summary>
    internal string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public void Dispose()
    {
        _closed.Cancel();
        _listener.Dispose();
        _closed.Dispose();
    }

    private async Task Answer()
    {
        while (!_closed.IsCancellationRequested)
        {
            using var caller = await _listener.AcceptTcpClientAsync(_closed.Token);
            await using var stream = caller.GetStream();
            using var reader = new StreamReader(stream, Encoding.ASCII);
            var path = (await reader.ReadLineAsync(_closed.Token))!.Split(' ')[1];
            while (await reader.ReadLineAsync(_closed.Token) is { Length: > 0 })
            {
                // Headers do not change the answer.
            }
            var file = Files.GetValueOrDefault(path);
            var head = string.Create(
                CultureInfo.InvariantCulture,
                $"HTTP/1.1 {(file is null ? "404 Not Found" : "200 OK")}\r\nContent-Length: {file?.Length ?? 0}\r\nConnection: close\r\n\r\n");
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _closed.Token);
            await stream.WriteAsync(file ?? [], _closed.Token);
        }
    }
}
