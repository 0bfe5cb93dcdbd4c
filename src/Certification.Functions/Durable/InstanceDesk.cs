using Certification.Storage.Inbox;
using Certification.Workflows.Port;

namespace Certification.Functions.Durable;

/// <summary>What orchestrations need done outside themselves: the activities of <see cref="EngineActivities"/>. Each may run
/// more than once for one call.</summary>
internal sealed class InstanceDesk(
    EventInbox inbox, PayloadStore payloads, StartRegister starts, WorkflowRegistry registry, TimeProvider businessTime)
{
    /// <summary>Characters of payloads in one answer: far below what the host takes.</summary>
    private const int LookLimit = 200_000;

    /// <summary>Reads an inbox.</summary>
    public async Task<InboxFound> Look(InboxLook look, CancellationToken cancellation)
    {
        var all = await inbox.Read(look.InstanceId, 1, cancellation);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (found, read, length, more) = (new List<InboxFound.Event>(), look.InboxRead, 0, false);
        foreach (var row in all.Where(row => row.Kind == InboxRowKind.Event))
        {
            var isRepeated = !seen.Add(row.EventId);
            var isWanted = row.Position > look.InboxRead || look.Carried.Contains(row.Position);
            if (!isWanted) continue;
            if (length > LookLimit && row.Position > look.InboxRead)
            {
                more = true;
                break;
            }

            read = Math.Max(read, row.Position);
            if (isRepeated) continue;
            found.Add(new InboxFound.Event(row.Position, row.Name, row.EventId, row.Payload));
            length += row.Payload.Length;
        }

        return new InboxFound(found, read, more, RunClock.Of(businessTime).Offset, look.Awaiting);
    }

    /// <summary>Closes an inbox.</summary>
    /// <returns>False when an event stands there that the workflow has not seen.</returns>
    public async Task<bool> Close(InboxClosing closing, CancellationToken cancellation)
    {
        for (var position = closing.Position; ;)
        {
            if (await inbox.Close(closing.InstanceId, position, cancellation)) return true;
            if (!closing.AtAnyRate) return false;
            var rows = await inbox.Read(closing.InstanceId, position, cancellation);
            if (rows[^1].Kind == InboxRowKind.Closing) return true;
            position = rows[^1].Position + 1;
        }
    }

    /// <summary>Registers a child's start, once.</summary>
    public async Task<ChildAnswer> Admit(ChildCall call, CancellationToken cancellation)
    {
        if (!registry.Workflows.TryGetValue(call.Workflow, out var workflow))
            return new ChildAnswer(null, $"no workflow is registered as {call.Workflow}");
        var (row, _) = await starts.Register(
            call.InstanceId, workflow, call.Input, RunClock.Of(businessTime), call.ParentId, call.Trace, cancellation);
        return row.Input.Parent == call.ParentId && row.Workflow == call.Workflow
            ? new ChildAnswer(row.Input, null)
            : new ChildAnswer(null, $"instance id {call.InstanceId} is in use by another instance; choose an id derived from the parent's");
    }

    /// <summary>A piece of a large payload.</summary>
    public async Task<PayloadPart> Read(PayloadPlace place, CancellationToken cancellation)
    {
        var json = await payloads.Unpack(place.Reference, cancellation);
        return new PayloadPart(WirePayloads.Piece(json, place.From), json.Length);
    }

    /// <summary>Keeps a piece of a large payload, or joins pieces into the whole.</summary>
    /// <returns>The reference.</returns>
    public async Task<string> Keep(PayloadPiece piece, CancellationToken cancellation)
    {
        if (piece.Text is { } text) return await payloads.Keep(text, cancellation);
        var pieces = await Task.WhenAll(piece.Join.Select(reference => payloads.Unpack(reference, cancellation)));
        return await payloads.Keep(string.Concat(pieces), cancellation);
    }
}
