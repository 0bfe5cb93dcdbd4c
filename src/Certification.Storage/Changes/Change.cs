using Certification.Storage.Audit;
using Certification.Storage.Outbox;

namespace Certification.Storage.Changes;

/// <summary>A decided change of one subject, written in one transaction or not at all.</summary>
/// <param name="State">The subject from now on.</param>
/// <param name="Audit">What was done; at least one entry, since a change that nobody can account for is none.</param>
/// <param name="Outbox">What must happen because of it. Audit entries and messages together: at most 98.</param>
/// <param name="ResultJson">What a later replay of the same operation is told again; null when the state says enough.</param>
public sealed record Change<TState>(
    TState State,
    IReadOnlyList<AuditEntry> Audit,
    IReadOnlyList<OutboxMessage> Outbox,
    string? ResultJson = null)
    where TState : class;

/// <summary>A change that stands in storage.</summary>
/// <param name="State">The subject now; after a replay this may be later than the operation's own change.</param>
/// <param name="ETag">Strong HTTP entity tag of <paramref name="State"/>: its revision in quotes, such as <c>"7"</c>.</param>
/// <param name="Replayed">True when the operation had been done by an earlier call and nothing was written now.</param>
/// <param name="ResultJson">What the operation recorded as its result.</param>
public sealed record Changed<TState>(TState State, string ETag, bool Replayed, string? ResultJson)
    where TState : class;

/// <summary>A subject as it stands.</summary>
/// <param name="ETag">Strong HTTP entity tag: the revision in quotes.</param>
/// <param name="AuditHead">Hash of the last audit entry; this is what goes into the transparency log.</param>
public sealed record Subject<TState>(
    string Id, TState State, string ETag, int AuditCount, Domain.Sha256Digest AuditHead)
    where TState : class;
