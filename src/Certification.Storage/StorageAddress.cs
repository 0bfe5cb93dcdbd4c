using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;

namespace Certification.Storage;

/// <summary>Where the storage account is and how to sign in: a connection string (Azurite, account key), or the two
/// endpoints with a token credential (managed identity).</summary>
public sealed class StorageAddress
{
    private readonly Func<TableClientOptions, TableServiceClient> _openTables;
    private readonly Func<BlobClientOptions, BlobServiceClient> _openBlobs;

    private StorageAddress(
        Func<TableClientOptions, TableServiceClient> openTables, Func<BlobClientOptions, BlobServiceClient> openBlobs) =>
        (_openTables, _openBlobs) = (openTables, openBlobs);

    /// <summary>An account named by a connection string that has a BlobEndpoint and a TableEndpoint, or an AccountName.</summary>
    public static StorageAddress FromConnectionString(string connectionString) => new(
        options => new TableServiceClient(connectionString, options),
        options => new BlobServiceClient(connectionString, options));

    /// <summary>An account named by its endpoints, such as <c>https://xa.table.core.windows.net</c>.</summary>
    public static StorageAddress FromEndpoints(Uri tables, Uri blobs, TokenCredential credential) => new(
        options => new TableServiceClient(tables, credential, options),
        options => new BlobServiceClient(blobs, credential, options));

    internal TableServiceClient OpenTables(TableClientOptions options) => _openTables(options);

    internal BlobServiceClient OpenBlobs(BlobClientOptions options) => _openBlobs(options);
}
