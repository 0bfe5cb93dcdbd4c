using Certification.Storage;

namespace Certification.Testing;

/// <summary>The storage of one test assembly: <c>[assembly: AssemblyFixture(typeof(AzuriteFixture))]</c>. Uses the account
/// in CERTIFICATION_AZURITE when set, else starts an Azurite of its own. Every test opens it under a prefix of its own.</summary>
public sealed class AzuriteFixture : Xunit.IAsyncLifetime
{
    private AzuriteProcess? _process;

    /// <summary>The account's connection string, for child processes.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <summary>The account, for <see cref="AuthorityStorage.Open"/>.</summary>
    public StorageAddress Address => StorageAddress.FromConnectionString(ConnectionString);

    /// <summary>A prefix that no other test has.</summary>
    public static string NewPrefix() => "t" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Fresh storage with all tables and containers.</summary>
    /// <param name="settings">Fault policies or a transport; they see no call that creates tables or containers.</param>
    public async Task<AuthorityStorage> NewStorage(StorageClientSettings? settings = null)
    {
        var prefix = NewPrefix();
        await AuthorityStorage.Open(Address, prefix).CreateMissing();
        return AuthorityStorage.Open(Address, prefix, settings);
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        var given = Environment.GetEnvironmentVariable("CERTIFICATION_AZURITE");
        if (string.IsNullOrEmpty(given))
        {
            _process = await AzuriteProcess.Start();
        }

        ConnectionString = _process?.ConnectionString ?? given!;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process?.DisposeAsync() ?? ValueTask.CompletedTask;
}
