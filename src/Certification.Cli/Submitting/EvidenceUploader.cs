using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;

namespace Certification.Cli.Submitting;

/// <summary>Sends a file of any size straight to storage by the upload URL that the authority gave: blocks side by side
/// (Put Block), then the list that makes them one file (Put Block List). Holds a few blocks in memory, never the file.</summary>
/// <param name="http">Retries broken and refused calls; every call here may be sent again. It carries no token: the URL
/// is the permission, and storage is not the authority.</param>
/// <param name="blockSize">Bytes in a block; a blob has at most 50,000 of them.</param>
/// <param name="parallelBlocks">Blocks on their way at a time.</param>
public sealed class EvidenceUploader(HttpClient http, int blockSize = 4 * 1024 * 1024, int parallelBlocks = 4)
{
    private const string ServiceVersion = "2024-11-04";

    /// <summary>Uploads everything that <paramref name="content"/> still holds. Until it returns, nothing of a new upload
    /// can be sealed; called again, it starts from the first block.</summary>
    /// <param name="uploadUrl">With its SAS query, as the authority gave it.</param>
    /// <param name="hash">Fed with the content in order while other blocks are on their way, so that hashing costs next to
    /// no time; null where the digest is not wanted.</param>
    /// <param name="progress">Told the bytes that have arrived so far.</param>
    /// <exception cref="UploadRefusedException">Storage refused a block or the list.</exception>
    public async Task Upload(
        Stream content, Uri uploadUrl, IncrementalHash? hash = null, IProgress<long>? progress = null,
        CancellationToken cancellation = default)
    {
        var (count, arrived) = (0, 0L);
        // A shared pool keeps a buffer for every thread that ever returned one; this keeps as many as were in use at once.
        var free = new ConcurrentBag<byte[]>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelBlocks, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Read(content, free, hash, cancellation), options, async (block, stop) =>
        {
            try
            {
                var body = new ReadOnlyMemoryContent(block.Buffer.AsMemory(0, block.Length));
                await Put(uploadUrl, $"comp=block&blockid={Uri.EscapeDataString(BlockId(block.Index))}", body, stop);
                Interlocked.Increment(ref count);
                progress?.Report(Interlocked.Add(ref arrived, block.Length));
            }
            finally
            {
                free.Add(block.Buffer);
            }
        });
        await Put(uploadUrl, "comp=blocklist", BlockList(count), cancellation);
    }

    private async IAsyncEnumerable<Block> Read(
        Stream content, ConcurrentBag<byte[]> free, IncrementalHash? hash,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var index = 0; ; index++)
        {
            var buffer = free.TryTake(out var used) ? used : new byte[blockSize];
            var length = await content.ReadAtLeastAsync(
                buffer, blockSize, throwOnEndOfStream: false, cancellation);
            if (length == 0)
            {
                yield break;
            }

            hash?.AppendData(buffer, 0, length);
            yield return new Block(index, buffer, length);
        }
    }

    private async Task Put(Uri uploadUrl, string query, HttpContent body, CancellationToken cancellation)
    {
        var url = new UriBuilder(uploadUrl) { Query = $"{uploadUrl.Query.TrimStart('?')}&{query}" }.Uri;
        using var request = new HttpRequestMessage(HttpMethod.Put, url) { Content = body };
        request.Headers.Add("x-ms-version", ServiceVersion);
        using var response = await http.SendAsync(request, cancellation);
        if (!response.IsSuccessStatusCode)
        {
            var code = response.Headers.TryGetValues("x-ms-error-code", out var values) ? values.First() : "unknown";
            throw new UploadRefusedException(response.StatusCode, code);
        }
    }

    // Base64 of eight digits: storage wants all ids of one blob equally long.
    private static string BlockId(int index) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(index.ToString("D8", CultureInfo.InvariantCulture)));

    private static StringContent BlockList(int count)
    {
        var ids = string.Concat(Enumerable.Range(0, count).Select(index => $"<Latest>{BlockId(index)}</Latest>"));
        return new StringContent(
            $"<?xml version=\"1.0\" encoding=\"utf-8\"?><BlockList>{ids}</BlockList>", Encoding.UTF8, "application/xml");
    }

    private readonly record struct Block(int Index, byte[] Buffer, int Length);
}

/// <summary>Storage did not take an upload.</summary>
/// <param name="code">Storage's own error code, such as <c>AuthenticationFailed</c>.</param>
public sealed class UploadRefusedException(HttpStatusCode status, string code) : Exception(
    $"Storage refused the upload: {(int)status} {code}. "
    + (status == HttpStatusCode.Forbidden
        ? "The upload URL has expired or is for another file: ask the authority for a new one."
        : "Send the same file again."))
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;

    /// <summary>Storage's own error code.</summary>
    public string Code { get; } = code;
}
