using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Certification.Storage;

/// <summary>One authority's tables and blob containers. Everything of one authority carries the same name prefix, so
/// that two authorities, or a hundred tests, can share one storage account without seeing each other.</summary>
/// <remarks>The storage account is trusted to keep what it acknowledged and to honour conditional writes and entity-group
/// transactions. It is not trusted to keep history honest: hash chains, digests and signatures are there to show it.</remarks>
public sealed class AuthorityStorage
{
    private readonly TableServiceClient _tables;
    private readonly BlobServiceClient _blobs;
    private readonly string _prefix;

    private AuthorityStorage(TableServiceClient tables, BlobServiceClient blobs, string prefix) =>
        (_tables, _blobs, _prefix) = (tables, blobs, prefix);

    /// <summary>Opens both services; no call is made yet.</summary>
    /// <param name="prefix">Lower-case letters and digits, a letter first, at most 20 characters; may be empty.</param>
    /// <exception cref="ArgumentException">The prefix cannot stand in a table or container name.</exception>
    public static AuthorityStorage Open(StorageAddress address, string prefix = "", StorageClientSettings? settings = null)
    {
        if (prefix.Length > 20 || prefix.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c))
            || (prefix.Length > 0 && char.IsAsciiDigit(prefix[0])))
        {
            throw new ArgumentException(
                $"Storage prefix '{prefix}': use lower-case letters and digits, a letter first, at most 20.", nameof(prefix));
        }

        settings ??= new StorageClientSettings();
        return new AuthorityStorage(
            address.OpenTables(settings.Apply(new TableClientOptions())),
            address.OpenBlobs(settings.Apply(new BlobClientOptions())),
            prefix);
    }

    /// <summary>The table of this name under the authority's prefix. Names are in <see cref="StorageNames"/>.</summary>
    public TableClient Table(string name) => _tables.GetTableClient(_prefix + name);

    /// <summary>The container of this name under the authority's prefix. Names are in <see cref="StorageNames"/>.</summary>
    public BlobContainerClient Container(string name) =>
        _blobs.GetBlobContainerClient(_prefix.Length == 0 ? name : $"{_prefix}-{name}");

    /// <summary>The blob service, for what is asked of the account and not of one container (user delegation keys).</summary>
    internal BlobServiceClient Blobs => _blobs;

    /// <summary>Creates every table and container that is missing; safe to call at every start and by several processes.</summary>
    public async Task CreateMissing(CancellationToken cancellation = default)
    {
        foreach (var table in StorageNames.Tables)
        {
            await Table(table).CreateIfNotExistsAsync(cancellation);
        }

        foreach (var (container, access) in StorageNames.Containers)
        {
            await Container(container).CreateIfNotExistsAsync(access, cancellationToken: cancellation);
        }
    }

    /// <summary>Asks storage for one row, whether or not there is one.</summary>
    /// <exception cref="Azure.RequestFailedException">Storage does not answer, or does not let us in.</exception>
    public async Task CheckAnswers(CancellationToken cancellation = default) =>
        await Table(StorageNames.SettingsTable).GetEntityIfExistsAsync<TableEntity>("health", "check", cancellationToken: cancellation);
}
