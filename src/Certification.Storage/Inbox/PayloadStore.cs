using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Certification.Storage.Inbox;

/// <summary>Keeps large JSON out of table rows: up to <see cref="InlineLimit"/> it stands in the row itself, above that
/// in a write-once blob named by its SHA-256, and the row says <c>blob:payloads/{digest}</c>. No JSON text begins with
/// the letter b, so a row needs no second column to tell the two apart.</summary>
public sealed class PayloadStore(BlobContainerClient container)
{
    /// <summary>Bytes of UTF-8. A table property holds 32 K UTF-16 characters at most.</summary>
    public const int InlineLimit = 30 * 1024;

    private const string Reference = "blob:";

    /// <summary>What to put in the row for this JSON; the blob, if one is needed, is durable when this returns.</summary>
    public async Task<string> Pack(string json, CancellationToken cancellation = default)
    {
        return Encoding.UTF8.GetByteCount(json) <= InlineLimit ? json : await Keep(json, cancellation);
    }

    /// <summary>True for what stands in a row for a blob.</summary>
    public static bool IsReference(string stored) => stored.StartsWith(Reference, StringComparison.Ordinal);

    /// <summary>Keeps a text as a blob, whatever its length.</summary>
    /// <returns>The reference to it.</returns>
    public async Task<string> Keep(string text, CancellationToken cancellation = default)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var name = $"payloads/{Digest(bytes)}";
        var onlyIfAbsent = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        try
        {
            await container.GetBlobClient(name).UploadAsync(new BinaryData(bytes), onlyIfAbsent, cancellation);
        }
        catch (RequestFailedException already) when (already.Status is 409 or 412)
        {
            // The name is the digest of the bytes: what is there already is what we were about to write.
        }

        return Reference + name;
    }

    /// <summary>The JSON that a row stands for.</summary>
    /// <exception cref="InvalidDataException">The blob does not hash to its name.</exception>
    public async Task<string> Unpack(string stored, CancellationToken cancellation = default)
    {
        if (!IsReference(stored)) return stored;
        var name = stored[Reference.Length..];
        var content = await container.GetBlobClient(name).DownloadContentAsync(cancellation);
        var bytes = content.Value.Content.ToArray();
        if (!name.EndsWith(Digest(bytes), StringComparison.Ordinal))
            throw new InvalidDataException($"Blob {container.Name}/{name} does not hash to its name; restore it from a backup.");
        return Encoding.UTF8.GetString(bytes);
    }

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
