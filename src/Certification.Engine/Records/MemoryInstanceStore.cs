using System.Globalization;
using System.Runtime.CompilerServices;
using Certification.Engine.Replay;
using Certification.Storage.Inbox;
using Certification.Storage.Telemetry;

namespace Certification.Engine.Records;

/// <summary>Instances in memory, with the promises of the table store: for tests of workflows, where nothing has to
/// survive.</summary>
internal sealed class MemoryInstanceStore : IInstanceStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Stored> _instances = [];

    /// <inheritdoc/>
    public Task<InstanceRecord?> Create(InstanceRecord first, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var created = first with { Tag = "1" };
            return Task.FromResult(_instances.TryAdd(first.Id, new Stored(created)) ? created : null);
        }
    }

    /// <inheritdoc/>
    public Task<InstanceRecord?> Find(string instanceId, CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult(_instances.GetValueOrDefault(instanceId)?.Record);
    }

    /// <inheritdoc/>
    public Task<LoadedInstance?> Load(string instanceId, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_instances.TryGetValue(instanceId, out var stored)) return Task.FromResult<LoadedInstance?>(null);
            var history = stored.History.Skip(stored.Record.HistoryFrom - 1).ToList();
            return Task.FromResult<LoadedInstance?>(new LoadedInstance(stored.Record, history, [.. stored.Inbox.Skip(1)]));
        }
    }

    /// <inheritdoc/>
    public Task<InstanceRecord> Commit(Step step, ILeadership leadership, CancellationToken cancellation)
    {
        leadership.Demand();
        lock (_gate)
        {
            var stored = _instances[step.Before.Id];
            if (stored.Record.Tag != step.Before.Tag) throw new StaleInstanceException(step.Before.Id);
            if (step.CloseInboxAt is { } position)
            {
                if (position != stored.Inbox.Count) throw new InboxMovedException(step.Before.Id);
                stored.Inbox.Add(InboxRow.Closing(position, ""));
            }

            var version = int.Parse(step.Before.Tag, CultureInfo.InvariantCulture) + 1;
            stored.History.AddRange(step.Entries);
            stored.Record = step.After with { Tag = version.ToString(CultureInfo.InvariantCulture) };
            return Task.FromResult(stored.Record);
        }
    }

    /// <inheritdoc/>
    public Task<AppendResult> Append(string instanceId, InboxEvent message, int? knownTail, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (!_instances.TryGetValue(instanceId, out var stored))
                return Task.FromResult(new AppendResult(AppendOutcome.NoSuchInbox, null));
            if (stored.Inbox[^1].Kind == InboxRowKind.Closing)
                return Task.FromResult(new AppendResult(AppendOutcome.Closed, null));
            var row = new InboxRow(
                stored.Inbox.Count, InboxRowKind.Event, message.Name, message.EventId, message.Payload, "", CarriedTrace.Current);
            stored.Inbox.Add(row);
            return Task.FromResult(new AppendResult(AppendOutcome.Recorded, row));
        }
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<InboxRow>> ReadInbox(string instanceId, int from, CancellationToken cancellation)
    {
        lock (_gate) return Task.FromResult<IReadOnlyList<InboxRow>>([.. _instances[instanceId].Inbox.Skip(from)]);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<string> ListActive([EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        List<string> ids;
        lock (_gate) ids = [.. _instances.Values.Where(stored => !stored.Record.Ended).Select(stored => stored.Record.Id)];
        foreach (var id in ids) yield return id;
    }

    /// <inheritdoc/>
    public Task Retire(IReadOnlyCollection<string> instanceIds, CancellationToken cancellation) => Task.CompletedTask;

    private sealed class Stored(InstanceRecord record)
    {
        public InstanceRecord Record { get; set; } = record;

        public List<HistoryEntry> History { get; } = [];

        public List<InboxRow> Inbox { get; } = [InboxRow.Opening()];
    }
}
