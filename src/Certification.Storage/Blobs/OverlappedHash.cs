using System.Security.Cryptography;
using Certification.Domain;

namespace Certification.Storage.Blobs;

/// <summary>Hashes a stream while it is being read: one buffer fills from the network while the other is hashed, so that
/// the two times do not add up. Holds two buffers of a quarter of a megabyte, whatever the stream's length.</summary>
internal static class OverlappedHash
{
    private const int BufferSize = 256 * 1024;

    internal static async Task<(Sha256Digest Digest, long Size)> Of(Stream stream, CancellationToken cancellation)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[][] buffers = [new byte[BufferSize], new byte[BufferSize]];
        var (hashing, size, turn) = (Task.CompletedTask, 0L, 0);
        try
        {
            while (true)
            {
                var buffer = buffers[turn];
                var count = await stream.ReadAtLeastAsync(buffer, BufferSize, throwOnEndOfStream: false, cancellation);
                await hashing;
                if (count == 0)
                {
                    return (Sha256Digest.FromBytes(hash.GetHashAndReset()), size);
                }

                hashing = Task.Run(() => hash.AppendData(buffer, 0, count), CancellationToken.None);
                size += count;
                turn = 1 - turn;
            }
        }
        finally
        {
            // The hash must not be disposed under a task that still feeds it.
            await hashing;
        }
    }
}
