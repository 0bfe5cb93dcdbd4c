using Certification.Signing.Log;

namespace Certification.Testing;

/// <summary>A log's files in a folder, as somebody mirrors them. For one writer.</summary>
public sealed class FolderLogStore(string folder) : ILogStore
{
    /// <inheritdoc/>
    public async Task<StoredFile?> ReadAsync(string path, CancellationToken cancellationToken) => File.Exists(Full(path))
        ? new(await File.ReadAllBytesAsync(Full(path), cancellationToken), "")
        : null;

    /// <inheritdoc/>
    public async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        await File.WriteAllBytesAsync(Full(path), content, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<bool> ReplaceAsync(string path, byte[] content, string? version, CancellationToken cancellationToken)
    {
        await WriteAsync(path, content, cancellationToken);
        return true;
    }

    private string Full(string path) => Path.Combine(folder, path);
}
