using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Certification.Domain;

namespace Certification.Storage.Blobs;

/// <summary>Hashes a blob while it is being read: a few ranges are on their way while the one before them is hashed, so
/// that neither the network waits for the hash nor the hash for the network. Holds four buffers of four megabytes,
/// whatever the blob's length.</summary>
internal sealed class OverlappedHash(BlobClient blob, long length, ETag tag, CancellationToken cancellation)
{
    private const int RangeSize = 4 * 1024 * 1024;
    private const int RangesAhead = 3;

    private readonly Queue<Task<Range>> _ahead = new();
    private readonly Stack<byte[]> _free = new();
    private long _next;

    /// <summary>SHA-256 of the content that has this ETag.</summary>
    /// <exception cref="RequestFailedException">412 or 404: the blob was changed before or while it was read.</exception>
    internal async Task<Sha256Digest> Compute()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        try
        {
            for (ReadAhead(); _ahead.TryDequeue(out var reading); ReadAhead())
            {
                var range = await reading;
                ReadAhead();
                hash.AppendData(range.Buffer, 0, range.Length);
                _free.Push(range.Buffer);
            }
        }
        finally
        {
            // After one failed range the others are still being read; their failure says nothing new.
            await ((Task)Task.WhenAll(_ahead)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Sha256Digest.FromBytes(hash.GetHashAndReset());
    }

    private void ReadAhead()
    {
        while (_ahead.Count < RangesAhead && _next < length)
        {
            var count = (int)Math.Min(RangeSize, length - _next);
            _ahead.Enqueue(Read(_free.TryPop(out var used) ? used : new byte[RangeSize], _next, count));
            _next += count;
        }
    }

    private async Task<Range> Read(byte[] buffer, long start, int count)
    {
        var options = new BlobDownloadOptions
        {
            Range = new HttpRange(start, count),
            Conditions = new BlobRequestConditions { IfMatch = tag },
        };
        using var download = (await blob.DownloadStreamingAsync(options, cancellation)).Value;
        await download.Content.ReadExactlyAsync(buffer.AsMemory(0, count), cancellation);
        return new Range(buffer, count);
    }

    private readonly record struct Range(byte[] Buffer, int Length);
}
