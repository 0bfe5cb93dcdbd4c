using Azure;
using Azure.Data.Tables;

namespace Certification.Storage;

/// <summary>Business time: real time plus an offset that only grows, outlives restarts, and is moved in Development only.
/// Deadlines, validity and audit times run on it; tokens, leases and upload URLs run on real time.</summary>
/// <remarks>Timers made by <see cref="TimeProvider.CreateTimer"/> run on real time; whoever waits for business time listens
/// to <see cref="Advanced"/> and looks again.</remarks>
public sealed class BusinessClock : TimeProvider
{
    private const string Partition = "clock";
    private const string Key = "offset";
    private readonly TableClient _table;
    private readonly TimeProvider _realTime;
    private readonly bool _mayAdvance;
    private long _offsetTicks;

    private BusinessClock(AuthorityStorage storage, TimeProvider realTime, bool mayAdvance) =>
        (_table, _realTime, _mayAdvance) = (storage.Table(StorageNames.SettingsTable), realTime, mayAdvance);

    /// <summary>Raised after business time has jumped ahead, in this process or as seen by <see cref="Refresh"/>.</summary>
    public event Action? Advanced;

    /// <summary>How far business time is ahead of real time.</summary>
    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _offsetTicks));

    /// <summary>The clock with the offset that storage holds.</summary>
    /// <param name="mayAdvance">True in Development only.</param>
    public static async Task<BusinessClock> Open(
        AuthorityStorage storage, bool mayAdvance, TimeProvider? realTime = null, CancellationToken cancellation = default)
    {
        var clock = new BusinessClock(storage, realTime ?? System, mayAdvance);
        await clock.Refresh(cancellation);
        return clock;
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _realTime.GetUtcNow() + Offset;

    /// <summary>Moves business time ahead by this much, in storage first. When it returns, the jump survives a crash.</summary>
    /// <returns>Business time after the jump.</returns>
    /// <exception cref="InvalidOperationException">Outside Development.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Zero or backwards: what was decided at a time stays in the past.</exception>
    public async Task<DateTimeOffset> Advance(TimeSpan by, CancellationToken cancellation = default)
    {
        if (!_mayAdvance)
        {
            throw new InvalidOperationException("Business time can be advanced in Development only.");
        }

        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(by, TimeSpan.Zero);
        await Refresh(cancellation);
        // An absolute goal: a repeated write after a lost reply, or a second caller, cannot add it twice.
        var goal = Offset + by;
        while (Offset < goal)
        {
            await TryWrite(goal, cancellation);
            await Refresh(cancellation);
        }

        return GetUtcNow();
    }

    /// <summary>Takes over an offset that another process wrote.</summary>
    public async Task Refresh(CancellationToken cancellation = default)
    {
        var row = await Read(cancellation);
        var stored = row?.GetInt64("Ticks") ?? 0;
        for (var held = Interlocked.Read(ref _offsetTicks); stored > held; held = Interlocked.Read(ref _offsetTicks))
        {
            if (Interlocked.CompareExchange(ref _offsetTicks, stored, held) == held)
            {
                Advanced?.Invoke();
            }
        }
    }

    private async Task TryWrite(TimeSpan goal, CancellationToken cancellation)
    {
        var current = await Read(cancellation);
        var next = new TableEntity(Partition, Key) { ["Ticks"] = goal.Ticks };
        if (current is not null && current.GetInt64("Ticks") >= goal.Ticks)
        {
            return;
        }

        try
        {
            await (current is null
                ? _table.AddEntityAsync(next, cancellation)
                : _table.UpdateEntityAsync(next, current.ETag, TableUpdateMode.Replace, cancellation));
        }
        catch (RequestFailedException lost) when (lost.Status is 409 or 412)
        {
            // Another process moved the clock, or our own reply was lost: the caller reads what stands and decides again.
            return;
        }
    }

    private async Task<TableEntity?> Read(CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, Key, cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }
}
