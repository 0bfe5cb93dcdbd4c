using Azure;
using Azure.Data.Tables;
using Certification.Domain;
using Certification.Storage.Outbox;
using Certification.Storage.Rows;

namespace Certification.Storage.Lists;

/// <summary>Lists, queues and directories: rows derived from subjects, there to be read in order, page by page. Nothing is
/// decided on them; every row could be made again from the subjects.</summary>
/// <remarks>Beside each row stands its version row (key <c>~key</c>, after all rows, so that pages never meet it). It holds
/// the number of the message last applied, outlives the row, and is written in one transaction with it: an old message
/// that arrives late neither overwrites a newer row nor brings back a removed one.</remarks>
public sealed class Indexes(AuthorityStorage storage)
{
    /// <summary>Most rows in one page.</summary>
    public const int MaxPageSize = 200;

    private const int MaxAttempts = 20;
    private const string FirstVersionKey = "~";
    private readonly TableClient _table = storage.Table(StorageNames.IndexesTable);

    /// <summary>The outbox handler for <see cref="IndexChange.OutboxKind"/>.</summary>
    public Task Apply(OutboxDelivery delivery, CancellationToken cancellation) =>
        Apply(delivery.Payload<IndexChange>(), delivery.Sequence, cancellation);

    /// <summary>Puts or removes a row unless a message with this or a higher number has been applied to it.</summary>
    /// <exception cref="InvalidOperationException">Others wrote the same row twenty times in a row.</exception>
    public async Task Apply(IndexChange change, long sequence, CancellationToken cancellation = default)
    {
        var (partition, key) = (PartitionKey(change.Index, change.Partition), RowKeys.Escape(change.Key));
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var found = await _table.GetEntityIfExistsAsync<TableEntity>(
                partition, FirstVersionKey + key, cancellationToken: cancellation);
            var version = found.HasValue ? found.Value : null;
            if (version is not null && version.GetInt64("Sequence") >= sequence)
            {
                return;
            }

            try
            {
                await _table.SubmitTransactionAsync(Compose(partition, key, change, sequence, version), cancellation);
                return;
            }
            catch (RequestFailedException lost) when (lost.Status is 409 or 412)
            {
                // Somebody applied another message to this row, or our own first reply was lost: look again.
                await Task.Delay(Random.Shared.Next(2, 10 * attempt), cancellation);
            }
        }

        throw new InvalidOperationException($"Index row {partition}/{key} was changed by others {MaxAttempts} times in a row.");
    }

    /// <summary>One row by its key, or null.</summary>
    public async Task<IndexRow?> Find(string index, string partition, string key, CancellationToken cancellation = default)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            PartitionKey(index, partition), RowKeys.Escape(key), cancellationToken: cancellation);
        return row.HasValue ? Read(row.Value!) : null;
    }

    /// <summary>The next rows of a list in key order.</summary>
    /// <param name="token"><see cref="Page.Next"/> of the page before; null for the first.</param>
    /// <param name="size">1 to <see cref="MaxPageSize"/>.</param>
    /// <returns>The page, or <c>page.size-out-of-range</c>, <c>page.token-unknown</c>.</returns>
    public async Task<Outcome<Page>> Page(
        string index, string partition, string? token, int size, CancellationToken cancellation = default)
    {
        if (size is < 1 or > MaxPageSize)
        {
            return new Refusal(
                RefusalKind.Invalid, "page.size-out-of-range", $"A page of {size} rows was asked for.",
                $"Ask for 1 to {MaxPageSize} rows.");
        }

        var (partitionKey, after) = (PartitionKey(index, partition), "");
        if (token is not null && !PageToken.TryRead(partitionKey, token, out after))
        {
            return new Refusal(
                RefusalKind.Invalid, "page.token-unknown", $"'{token[..Math.Min(token.Length, 80)]}' is no page token of this list.",
                "Start again without a token, and pass on tokens exactly as they were given.");
        }

        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {partitionKey} and RowKey gt {after} and RowKey lt {FirstVersionKey}");
        // One more than asked for tells whether there is a next page.
        var rows = await _table.QueryAsync<TableEntity>(filter, size + 1, cancellationToken: cancellation)
            .Take(size + 1).ToListAsync(cancellation);
        var next = rows.Count > size ? PageToken.After(partitionKey, rows[size - 1].RowKey) : null;
        return new Page([.. rows.Take(size).Select(Read)], next);
    }

    private static string PartitionKey(string index, string partition) =>
        $"{RowKeys.Escape(index)}~{RowKeys.Escape(partition)}";

    private static IndexRow Read(TableEntity row) => new(row.GetString("Key"), WideText.Get(row, "Row"));

    private static List<TableTransactionAction> Compose(
        string partition, string key, IndexChange change, long sequence, TableEntity? version)
    {
        var next = new TableEntity(partition, FirstVersionKey + key)
        {
            ["Sequence"] = sequence,
            ["HasRow"] = change.RowJson is not null,
        };
        List<TableTransactionAction> actions =
        [
            version is null
                ? new(TableTransactionActionType.Add, next)
                : new(TableTransactionActionType.UpdateReplace, next, version.ETag),
        ];
        var row = new TableEntity(partition, key) { ["Key"] = change.Key };
        if (change.RowJson is not null)
        {
            WideText.Set(row, "Row", change.RowJson);
            actions.Add(new(TableTransactionActionType.UpsertReplace, row));
        }
        else if (version?.GetBoolean("HasRow") is true)
        {
            actions.Add(new(TableTransactionActionType.Delete, row, ETag.All));
        }

        return actions;
    }
}
