using Certification.Storage.Inbox;

namespace Certification.Functions.Durable;

/// <summary>An orchestration's side of its inbox: how far it has read, and whether there is reason to look again.</summary>
internal sealed class DurableInbox(string instanceId, EngineCalls engine, WirePayloads payloads, RunInput start)
{
    private IReadOnlyList<int> _carried = start.Carried;

    /// <summary>Position of the last row seen.</summary>
    public int LastRead { get; private set; } = start.InboxRead;

    /// <summary>How far business time is ahead of real time, as the last look told.</summary>
    public TimeSpan ClockOffset { get; private set; } = start.ClockOffset;

    /// <summary>True while earlier runs have left events for this one.</summary>
    public bool HasCarried => _carried.Count > 0;

    /// <summary>True when something may be there; worth a look as soon as the workflow waits for events or timers.</summary>
    public bool MayHaveMore { get; private set; } = true;

    /// <summary>True when something is there, or a termination: worth a look whatever the workflow does.</summary>
    public bool WasRung { get; private set; }

    /// <summary>True once nothing can be sent any more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The alarm went off: look when it matters.</summary>
    public void Suspect() => MayHaveMore = true;

    /// <summary>Somebody said that something is there.</summary>
    public void Ring() => (MayHaveMore, WasRung) = (true, true);

    /// <summary>Reads on from where the last look ended.</summary>
    /// <param name="awaiting">What the workflow waits for now.</param>
    /// <returns>The new events, and what the workflow waited for when this look was first made: the same, unless its code
    /// has changed under it.</returns>
    public async Task<(IReadOnlyList<InboxRow> Rows, string Awaited)> Look(string awaiting)
    {
        var found = await engine.Call<InboxFound>(
            EngineActivities.LookIntoInbox, new InboxLook(instanceId, LastRead, _carried, awaiting));
        (LastRead, _carried, ClockOffset) = (found.InboxRead, [], found.ClockOffset);
        (MayHaveMore, WasRung) = (found.More, found.More);
        var rows = new List<InboxRow>();
        foreach (var row in found.Rows)
            rows.Add(new InboxRow(row.Position, InboxRowKind.Event, row.Name, row.EventId, await payloads.Unpack(row.Payload), ""));
        return (rows, found.Awaiting);
    }

    /// <summary>Closes the inbox behind the last row seen.</summary>
    /// <returns>False when an event stands there.</returns>
    public async Task<bool> TryClose() => await Close(atAnyRate: false);

    /// <summary>Closes the inbox wherever its end is; what was not read by then never will be.</summary>
    public async Task CloseForGood()
    {
        if (!IsClosed) await Close(atAnyRate: true);
    }

    private async Task<bool> Close(bool atAnyRate)
    {
        IsClosed = await engine.Call<bool>(EngineActivities.CloseInbox, new InboxClosing(instanceId, LastRead + 1, atAnyRate));
        if (!IsClosed) Ring();
        return IsClosed;
    }
}
