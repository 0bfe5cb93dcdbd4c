using System.Net;
using Certification.Cli.Terminal;

namespace Certification.Cli.Log;

/// <summary>The files of a log, under an address or in a folder that mirrors it. Answers are capped in size and time, and no redirect
/// is followed.</summary>
internal sealed class LogFiles : IDisposable
{
    private const string Path = "/public/log";
    private const int SizeLimit = 32 << 20;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = SizeLimit,
    };

    private readonly string _root;
    private readonly bool _isAddress;

    /// <summary>Takes an authority's address, the address of a log, or a folder.</summary>
    public LogFiles(string source)
    {
        _isAddress = Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        _root = source.TrimEnd('/');
        // An authority is named by its address alone.
        if (_isAddress && address!.AbsolutePath == "/") _root += Path;
    }

    /// <summary>A file by its path; null when there is none.</summary>
    /// <exception cref="ProblemException">Undetermined: the log does not answer.</exception>
    public async Task<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        var place = $"{_root}/{path}";
        try
        {
            return _isAddress ? await _http.GetByteArrayAsync(new Uri(place), cancellation)
                : File.Exists(place) ? await File.ReadAllBytesAsync(place, cancellation) : null;
        }
        catch (HttpRequestException missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or UnauthorizedAccessException
            || (fault is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new ProblemException(
                new Problem(fault.Message, place, "Try again, or verify a mirror of the log in a folder.", "fetch.failed"), ExitCode.Undetermined);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
