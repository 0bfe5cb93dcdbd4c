namespace Certification.Signing.Log;

/// <summary>Where a log lies: static public files, and a head and staged batches that nobody needs to see. It is not trusted:
/// what it loses or changes no longer verifies.</summary>
public interface ILogStore
{
    /// <summary>The content at a path; null when there is none.</summary>
    Task<StoredFile?> ReadAsync(string path, CancellationToken cancellationToken);

    /// <summary>Writes a file whose content is decided by its path; writing it again changes nothing.</summary>
    Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken);

    /// <summary>Writes a file that changes, unless somebody else wrote it meanwhile.</summary>
    /// <param name="version">Of the content that this replaces; null when there must be none.</param>
    /// <returns>False when another version stands there; then nothing was written.</returns>
    Task<bool> ReplaceAsync(string path, byte[] content, string? version, CancellationToken cancellationToken);
}

/// <summary>A file and the version that it has.</summary>
public sealed record StoredFile(byte[] Content, string Version);
