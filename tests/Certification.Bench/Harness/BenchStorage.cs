using Certification.Storage;
using Certification.Testing;

namespace Certification.Bench.Harness;

/// <summary>One Azurite for a whole run; every benchmark opens it under prefixes of its own.</summary>
public sealed class BenchStorage : IAsyncDisposable
{
    private readonly AzuriteProcess _azurite;

    private BenchStorage(AzuriteProcess azurite) => _azurite = azurite;

    /// <summary>For clients of other kinds.</summary>
    public string ConnectionString => _azurite.ConnectionString;

    /// <summary>Starts the emulator.</summary>
    public static async Task<BenchStorage> Start() => new(await AzuriteProcess.Start());

    /// <summary>Fresh storage with all tables and containers.</summary>
    public async Task<AuthorityStorage> Fresh()
    {
        var storage = AuthorityStorage.Open(
            StorageAddress.FromConnectionString(ConnectionString), "b" + Guid.NewGuid().ToString("N")[..12]);
        await storage.CreateMissing();
        return storage;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _azurite.DisposeAsync();
}
