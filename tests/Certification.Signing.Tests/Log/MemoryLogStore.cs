using System.Collections.Concurrent;
using System.Globalization;
using Certification.Signing.Log;

namespace Certification.Signing.Tests.Log;

/// <summary>A log's files in memory. It dies at a chosen write, before or after the write took effect, as a killed process does.</summary>
internal sealed class MemoryLogStore : ILogStore
{
    private readonly ConcurrentDictionary<string, StoredFile> _files = [];
    private int _version;

    /// <summary>All files.</summary>
    public IEnumerable<KeyValuePair<string, StoredFile>> Files => _files;

    /// <summary>Writes so far.</summary>
    public int Writes { get; private set; }

    /// <summary>The write at which the process dies; 0 for none.</summary>
    public int DiesAt { get; set; }

    /// <summary>Whether that write is still done.</summary>
    public bool DiesAfter { get; set; }

    /// <summary>What happens between a read of the head and the writes that follow from it: another writer.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public Task<StoredFile?> ReadAsync(string path, CancellationToken cancellationToken) => Task.FromResult(_files.GetValueOrDefault(path));

    public Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        Write(() => _files[path] = Version(content));
        return Task.CompletedTask;
    }

    public async Task<bool> ReplaceAsync(string path, byte[] content, string? version, CancellationToken cancellationToken)
    {
        if (path == LogPaths.Head && Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        var replaced = false;
        Write(() =>
        {
            replaced = version is null
                ? _files.TryAdd(path, Version(content))
                : _files.TryGetValue(path, out var stored) && stored.Version == version && _files.TryUpdate(path, Version(content), stored);
        });
        return replaced;
    }

    private void Write(Action effect)
    {
        Writes++;
        if (DiesAt != 0 && Writes >= DiesAt && !(DiesAfter && Writes == DiesAt))
        {
            throw new IOException("killed");
        }

        effect();
        if (Writes == DiesAt)
        {
            throw new IOException("killed");
        }
    }

    private StoredFile Version(byte[] content) => new(content, Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture));
}
