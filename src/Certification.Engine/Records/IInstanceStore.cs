using Certification.Engine.Replay;
using Certification.Storage.Inbox;

namespace Certification.Engine.Records;

/// <summary>Where instances are kept. Every method that writes has written durably when it returns.</summary>
internal interface IInstanceStore
{
    /// <summary>Creates an instance with an open inbox, in one transaction.</summary>
    /// <returns>The instance with its tag; null when the id has been used before.</returns>
    Task<InstanceRecord?> Create(InstanceRecord first, CancellationToken cancellation);

    /// <summary>Reads the instance's row; null when there is none.</summary>
    Task<InstanceRecord?> Find(string instanceId, CancellationToken cancellation);

    /// <summary>Reads all that a replay needs; null when there is no such instance.</summary>
    Task<LoadedInstance?> Load(string instanceId, CancellationToken cancellation);

    /// <summary>Records a step in one transaction, if the instance is still as the step found it.</summary>
    /// <returns>The instance as it is now, with its tag.</returns>
    /// <exception cref="StaleInstanceException">Somebody else has changed the instance; nothing was written.</exception>
    /// <exception cref="InboxMovedException">An event stands where the step wanted to close the inbox; nothing was written.</exception>
    /// <exception cref="LeadershipLostException">This process may not write any more.</exception>
    Task<InstanceRecord> Commit(Step step, ILeadership leadership, CancellationToken cancellation);

    /// <summary>Appends an event to the instance's inbox.</summary>
    Task<AppendResult> Append(string instanceId, InboxEvent message, int? knownTail, CancellationToken cancellation);

    /// <summary>The inbox from a position on, payloads resolved.</summary>
    Task<IReadOnlyList<InboxRow>> ReadInbox(string instanceId, int from, CancellationToken cancellation);

    /// <summary>Ids of all instances that may be running. Some may have ended; none that runs is missing.</summary>
    IAsyncEnumerable<string> ListActive(CancellationToken cancellation);

    /// <summary>Takes ended instances off <see cref="ListActive"/>.</summary>
    Task Retire(IReadOnlyCollection<string> instanceIds, CancellationToken cancellation);
}

/// <summary>An instance with what its present run has recorded.</summary>
/// <param name="History">The present run's entries, in order.</param>
/// <param name="Inbox">All rows from position 1, in order; those that the run can still read have resolved payloads.</param>
internal sealed record LoadedInstance(
    InstanceRecord Record, IReadOnlyList<HistoryEntry> History, IReadOnlyList<InboxRow> Inbox);

/// <summary>One recorded step: results that arrived, and what they made of the instance.</summary>
/// <param name="CloseInboxAt">Where to close the inbox in the same transaction; null to leave it open.</param>
internal sealed record Step(
    InstanceRecord Before, InstanceRecord After, IReadOnlyList<HistoryEntry> Entries, int? CloseInboxAt);

/// <summary>Whether this process may still write in the name of the engine.</summary>
internal interface ILeadership
{
    /// <summary>Increases with every change of leader; recorded with every step.</summary>
    long Epoch { get; }

    /// <summary>Returns if this process leads now.</summary>
    /// <exception cref="LeadershipLostException">It does not, or can no longer be sure.</exception>
    void Demand();
}

/// <summary>The instance is no longer as it was read.</summary>
internal sealed class StaleInstanceException(string instanceId)
    : Exception($"Instance {instanceId} was changed by another writer; read it again.");

/// <summary>An event came before the inbox could be closed.</summary>
internal sealed class InboxMovedException(string instanceId)
    : Exception($"The inbox of instance {instanceId} has received another event; read it before closing.");

/// <summary>This process no longer leads.</summary>
internal sealed class LeadershipLostException()
    : Exception("The engine's lease has lapsed; another node may lead. Nothing was written.");
