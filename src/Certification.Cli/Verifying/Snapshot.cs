using System.Net;
using System.Text;
using Certification.Cli.Terminal;

namespace Certification.Cli.Verifying;

/// <summary>Gets what a verification needs from a file or an address. Answers are capped in size and time, and no redirect is
/// followed: an address is somebody's word, and where it leads to next is not.</summary>
public static class Snapshot
{
    private const int SizeLimit = 16 << 20;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(15);

    /// <summary>The text of a file, or of what an http or https address answers.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<string> ReadTextAsync(string source, bool offline, CancellationToken cancellation) =>
        Encoding.UTF8.GetString(await ReadAsync(source, offline, cancellation));

    /// <summary>The bytes of a file, or of what an http or https address answers.</summary>
    /// <param name="source">Path or address.</param>
    /// <param name="offline">True to refuse addresses.</param>
    public static async Task<byte[]> ReadAsync(string source, bool offline, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            return InputFile.Read(source, SizeLimit);
        }
        return offline
            ? throw new ProblemException(
                new Problem("--offline forbids to fetch anything.", source, "Give a file, or leave --offline out.", "usage.offline"),
                ExitCode.Usage)
            : await FetchBytesAsync(address, cancellation) ?? throw Failed(address, "There is nothing under this address (404).");
    }

    /// <summary>What an address answers, as text.</summary>
    /// <exception cref="ProblemException">Undetermined: it did not answer, or with something else than the document.</exception>
    public static async Task<string> FetchAsync(Uri address, CancellationToken cancellation) =>
        Encoding.UTF8.GetString(await ReadAsync(address.AbsoluteUri, offline: false, cancellation));

    /// <summary>What an address answers; null when it says that there is nothing.</summary>
    /// <exception cref="ProblemException">Undetermined: it did not answer, or with something else than the document.</exception>
    public static async Task<byte[]?> FetchBytesAsync(Uri address, CancellationToken cancellation)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })
        {
            Timeout = TimeLimit, MaxResponseContentBufferSize = SizeLimit,
        };
        try
        {
            return await http.GetByteArrayAsync(address, cancellation);
        }
        catch (HttpRequestException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw Failed(address, fault.Message);
        }
    }

    private static ProblemException Failed(Uri address, string why) => new(
        new Problem(why, address.ToString(), "Try again, or get the document on another way and give it as a file.", "fetch.failed"),
        ExitCode.Undetermined);
}
