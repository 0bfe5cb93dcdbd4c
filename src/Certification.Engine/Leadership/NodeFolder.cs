namespace Certification.Engine.Leadership;

/// <summary>The node's own folder: its lease id, under a file lock that lasts as long as the process.</summary>
internal sealed class NodeFolder : IDisposable
{
    private readonly FileStream _lock;

    private NodeFolder(FileStream held, string leaseId) => (_lock, LeaseId) = (held, leaseId);

    /// <summary>The lease id of this node, the same after every restart: a guid.</summary>
    public string LeaseId { get; }

    /// <summary>Opens the folder, making it if it is not there.</summary>
    /// <exception cref="InvalidOperationException">Another process uses it.</exception>
    public static NodeFolder Open(string path)
    {
        Directory.CreateDirectory(path);
        var file = Path.Combine(path, "lease-id");
        FileStream held;
        try
        {
            held = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException inUse)
        {
            throw new InvalidOperationException(
                $"Node folder {path} is in use by another process; give each node a folder of its own.", inUse);
        }

        return new NodeFolder(held, ReadOrCreate(held));
    }

    /// <inheritdoc/>
    public void Dispose() => _lock.Dispose();

    private static string ReadOrCreate(FileStream file)
    {
        using var reader = new StreamReader(file, leaveOpen: true);
        // A file cut short by a power failure is as good as none: the node then waits for its old lease to lapse.
        if (Guid.TryParse(reader.ReadToEnd(), out var kept)) return kept.ToString();
        var leaseId = Guid.NewGuid().ToString();
        file.SetLength(0);
        using var writer = new StreamWriter(file, leaveOpen: true);
        writer.Write(leaseId);
        writer.Flush();
        file.Flush(flushToDisk: true);
        return leaseId;
    }
}
