using System.Globalization;
using Azure;
using Azure.Data.Tables;
using Certification.Storage.Rows;

namespace Certification.Storage.Numbers;

/// <summary>Gives each case its certificate number and its place in a status list. A number or place, once given, is never
/// given again; numbers of cases that came to nothing stay as gaps.</summary>
/// <param name="authority">The authority's code, first part of every number, such as <c>XA</c>.</param>
/// <param name="draw">A number from 0 up to but not including its argument, unpredictable from outside: places given in
/// turn would tell a reader of the list which certificates were issued together (IETF Token Status List, unlinkability).</param>
public sealed class NumberRegister(AuthorityStorage storage, string authority, Func<int, int> draw)
{
    /// <summary>Places in one status list; a list is closed to new places at half of it, so that a draw finds one soon.</summary>
    public const int StatusListSize = 131_072;

    private const int MaxAttempts = 60;
    private const string Partition = "certificates";
    private const string ListKey = "status-list";
    private readonly TableClient _table = storage.Table(StorageNames.NumbersTable);

    /// <summary>The reservation of a case: the one it has, or a new one, written in one transaction with the counters.</summary>
    /// <param name="caseId">The submission that the certificate will answer; the same case gets the same reservation.</param>
    /// <param name="year">Business year, four digits.</param>
    /// <exception cref="InvalidOperationException">Sixty attempts met other reservations; try again.</exception>
    public async Task<Reservation> Reserve(string caseId, int year, CancellationToken cancellation = default)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (await Find(caseId, cancellation) is { } reserved)
            {
                return reserved;
            }

            var counter = await Counter(CounterKey(year), cancellation);
            var list = await OpenList(cancellation);
            var reservation = new Reservation(
                Reservation.Format(authority, year, counter.Used + 1), list.Number, draw(StatusListSize));
            try
            {
                await _table.SubmitTransactionAsync(Compose(caseId, reservation, counter, list), cancellation);
                return reservation;
            }
            catch (RequestFailedException lost) when (lost.Status is 409 or 412)
            {
                // The place was taken, or another case was faster, or our own reply was lost: the next round sees which.
                await Task.Delay(Random.Shared.Next(2, 5 + (5 * attempt)), cancellation);
            }
        }

        throw new InvalidOperationException($"No number for {caseId}: {MaxAttempts} attempts met other reservations.");
    }

    /// <summary>The reservation that a case has, or null.</summary>
    public async Task<Reservation?> Find(string caseId, CancellationToken cancellation = default)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            Partition, CaseKey(caseId), cancellationToken: cancellation);
        return row.HasValue
            ? new Reservation(
                row.Value!.GetString("Number"),
                row.Value.GetInt32("StatusList")!.Value,
                row.Value.GetInt32("StatusIndex")!.Value)
            : null;
    }

    /// <summary>How many status lists have been opened; the last one is where places are given now.</summary>
    public async Task<int> StatusLists(CancellationToken cancellation = default) => (await Counter(ListKey, cancellation)).Number;

    private static string CaseKey(string caseId) => $"case-{RowKeys.Escape(caseId)}";

    private static string CounterKey(int year) => string.Create(CultureInfo.InvariantCulture, $"counter-{year:D4}");

    private static List<TableTransactionAction> Compose(
        string caseId, Reservation reservation, CounterRow counter, CounterRow list)
    {
        var place = string.Create(
            CultureInfo.InvariantCulture, $"place-{reservation.StatusList:D4}-{reservation.StatusIndex:D6}");
        return
        [
            (counter with { Used = counter.Used + 1 }).Write(),
            (list with { Used = list.Used + 1 }).Write(),
            new(TableTransactionActionType.Add, new TableEntity(Partition, CaseKey(caseId))
            {
                ["Number"] = reservation.Number,
                ["StatusList"] = reservation.StatusList,
                ["StatusIndex"] = reservation.StatusIndex,
            }),
            new(TableTransactionActionType.Add, new TableEntity(Partition, place) { ["Number"] = reservation.Number }),
        ];
    }

    private async Task<CounterRow> OpenList(CancellationToken cancellation)
    {
        var list = await Counter(ListKey, cancellation);
        return list.Used < StatusListSize / 2 ? list : list with { Number = list.Number + 1, Used = 0 };
    }

    private async Task<CounterRow> Counter(string key, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, key, cancellationToken: cancellation);
        return row.HasValue
            ? new CounterRow(key, row.Value!.GetInt32("Number")!.Value, row.Value.GetInt32("Used")!.Value, row.Value.ETag)
            : new CounterRow(key, 1, 0, null);
    }

    /// <summary>How many of a year's numbers, or of a list's places, have been given.</summary>
    /// <param name="Number">Which status list; 1 for a year's counter.</param>
    /// <param name="Tag">The row's ETag; null when there is no row yet.</param>
    private sealed record CounterRow(string Key, int Number, int Used, ETag? Tag)
    {
        internal TableTransactionAction Write()
        {
            var row = new TableEntity(Partition, Key) { ["Number"] = Number, ["Used"] = Used };
            return Tag is { } tag
                ? new(TableTransactionActionType.UpdateReplace, row, tag)
                : new(TableTransactionActionType.Add, row);
        }
    }
}
