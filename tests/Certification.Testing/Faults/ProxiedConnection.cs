using System.Globalization;
using System.Text;

namespace Certification.Testing.Faults;

/// <summary>One client connection of the proxy: as much of HTTP/1.1 as storage clients speak, which send a Content-Length
/// with every body. Bodies are held in memory; tests send small ones.</summary>
internal sealed class ProxiedConnection(Stream stream)
{
    // Named for one connection only (RFC 9110, 7.6.1), or set anew by the client that forwards.
    private static readonly string[] PerConnection = ["Connection", "Host", "Expect", "Transfer-Encoding", "Keep-Alive"];

    private readonly BufferedStream _input = new(stream);
    private readonly byte[] _one = new byte[1];

    /// <summary>The next request, addressed to the target; null when the client has ended the connection.</summary>
    internal async Task<HttpRequestMessage?> ReadRequest(string target, CancellationToken cancellation)
    {
        if (await ReadLine(cancellation) is not { Length: > 0 } start)
        {
            return null;
        }

        var parts = start.Split(' ');
        var request = new HttpRequestMessage(new HttpMethod(parts[0]), new Uri($"http://{target}{parts[1]}"));
        var headers = new List<(string Name, string Value)>();
        while (await ReadLine(cancellation) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':');
            headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }

        if (headers.Any(header => header.Name.Equals("Expect", StringComparison.OrdinalIgnoreCase)))
        {
            await Write("HTTP/1.1 100 Continue\r\n\r\n", cancellation);
        }

        var length = headers.Find(header => header.Name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Value;
        var body = new byte[int.Parse(length ?? "0", CultureInfo.InvariantCulture)];
        await _input.ReadExactlyAsync(body, cancellation);
        request.Content = length is null ? null : new ByteArrayContent(body);
        foreach (var (name, value) in headers.Where(header => !PerConnection.Contains(header.Name, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    /// <summary>Passes storage's answer on.</summary>
    internal async Task WriteResponse(HttpResponseMessage response, bool isHead, CancellationToken cancellation)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellation);
        var head = new StringBuilder($"HTTP/1.1 {(int)response.StatusCode} {response.ReasonPhrase}\r\n");
        var headers = response.Headers.Concat<KeyValuePair<string, IEnumerable<string>>>(response.Content.Headers)
            .Where(header => !PerConnection.Contains(header.Key, StringComparer.OrdinalIgnoreCase));
        foreach (var (name, values) in headers.Where(header => header.Key != "Content-Length" || isHead))
        {
            head.Append(CultureInfo.InvariantCulture, $"{name}: {string.Join(", ", values)}\r\n");
        }

        head.Append(isHead || (int)response.StatusCode == 204 ? "\r\n" : $"Content-Length: {body.Length}\r\n\r\n");
        await Write(head.ToString(), cancellation);
        await stream.WriteAsync(body, cancellation);
    }

    /// <summary>A 503 of our own; storage has not seen the request.</summary>
    internal Task WriteRefusal(CancellationToken cancellation) =>
        Write("HTTP/1.1 503 Server Busy\r\nContent-Length: 0\r\n\r\n", cancellation);

    private async Task Write(string text, CancellationToken cancellation) =>
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text), cancellation);

    private async Task<string?> ReadLine(CancellationToken cancellation)
    {
        var line = new StringBuilder();
        while (await _input.ReadAsync(_one, cancellation) == 1)
        {
            if (_one[0] == '\n')
            {
                return line.ToString().TrimEnd('\r');
            }

            line.Append((char)_one[0]);
        }

        return line.Length == 0 ? null : throw new IOException("The client ended in the middle of a request.");
    }
}
