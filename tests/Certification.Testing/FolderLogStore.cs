using System.Security.Cryptography;
using Certification.Signing.Log;

namespace Certification.Testing;

/// <summary>A log's files in a folder, as somebody mirrors them. For the writers of one process.</summary>
public sealed class FolderLogStore(string folder) : ILogStore
{
    private readonly Lock _one = new();

    /// <inheritdoc/>
    public Task<StoredFile?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        lock (_one)
        {
            return Task.FromResult(Read(path));
        }
    }

    /// <inheritdoc/>
    public Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        lock (_one)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
            File.WriteAllBytes(Full(path), content);
            return Task.CompletedTask;
        }
    }

    /// <inheritdoc/>
    public Task<bool> ReplaceAsync(string path, byte[] content, string? version, CancellationToken cancellationToken)
    {
        lock (_one)
        {
            if (Read(path)?.Version != version) return Task.FromResult(false);
            Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
            File.WriteAllBytes(Full(path), content);
            return Task.FromResult(true);
        }
    }

    private StoredFile? Read(string path) => File.Exists(Full(path)) && File.ReadAllBytes(Full(path)) is var content
        ? new(content, Convert.ToHexStringLower(SHA256.HashData(content)))
        : null;

    private string Full(string path) => Path.Combine(folder, path);
}
