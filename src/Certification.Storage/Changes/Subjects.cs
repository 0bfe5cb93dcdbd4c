using Azure;
using Azure.Data.Tables;
using Certification.Domain;
using Certification.Storage.Audit;
using Certification.Storage.Outbox;
using Certification.Storage.Rows;

namespace Certification.Storage.Changes;

/// <summary>Everything that has a life of its own: submissions, certificates, recognitions, incidents, measures, parties.
/// One partition a subject, such as <c>submission:7f3a</c>. A subject is never deleted.</summary>
public sealed class Subjects(AuthorityStorage storage, OutboxDispatcher outbox)
{
    private const int MaxAttempts = 12;
    private readonly TableClient _table = storage.Table(StorageNames.SubjectsTable);

    /// <summary>The subject as it stands, or null.</summary>
    public async Task<Subject<TState>?> Find<TState>(string subjectId, CancellationToken cancellation = default)
        where TState : class
    {
        var row = await ReadState(RowKeys.Escape(subjectId), cancellation);
        return row is null
            ? null
            : new Subject<TState>(subjectId, row.State<TState>(), row.PublicTag, row.AuditCount, row.AuditHead);
    }

    /// <summary>How many audit entries a subject has, and the hash of the last; null when there is no such subject.</summary>
    public async Task<(int Count, Sha256Digest Hash)?> AuditHead(string subjectId, CancellationToken cancellation = default) =>
        await ReadState(RowKeys.Escape(subjectId), cancellation) is { } row ? (row.AuditCount, row.AuditHead) : null;

    /// <summary>
    /// Changes a subject once. State, audit entries, outbox messages and the note that this operation is done are written
    /// in one transaction on the subject's ETag: all of it stands, or nothing. Called again with the same
    /// <paramref name="operationId"/>, also after a crash or a lost reply, it writes nothing and answers with what was done.
    /// </summary>
    /// <param name="operationId">Names what the caller wants done, for ever: an activity's operation id, an Idempotency-Key.</param>
    /// <param name="decide">From the state (null: no such subject yet) to a change or a refusal. Pure: it runs again when
    /// somebody else was faster.</param>
    /// <param name="ifMatch">The ETag the caller has seen; null to decide on whatever stands now.</param>
    /// <param name="requestDigest">Digest of the whole request; the same operation id with another one is refused.</param>
    /// <returns>The change, or the decision's own refusal, or <c>subject.stale</c> (ETag differs),
    /// <c>subject.contended</c> (others were faster twelve times), <c>idempotency.key-reused</c>.</returns>
    public async Task<Outcome<Changed<TState>>> Change<TState>(
        string subjectId,
        string operationId,
        Func<TState?, Outcome<Change<TState>>> decide,
        string? ifMatch = null,
        Sha256Digest? requestDigest = null,
        CancellationToken cancellation = default)
        where TState : class
    {
        var write = new SubjectWrite(subjectId, operationId, requestDigest, Guid.NewGuid().ToString("N"));
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            var current = await ReadState(write.Partition, cancellation);
            var decision = decide(current?.State<TState>());
            if (Objection(subjectId, current, decision, ifMatch) is { } refusal)
            {
                return await FindDone<TState>(write, cancellation) ?? refusal;
            }

            if (await TryWrite(write, current, decision.Value!, cancellation) is { } written)
            {
                return written;
            }

            if (await FindDone<TState>(write, cancellation) is { } done)
            {
                return done;
            }

            // Losers that come back at once would meet again; the wait grows, and differs from call to call.
            await Task.Delay(Random.Shared.Next(5, 15 * attempt), cancellation);
        }

        return new Refusal(
            RefusalKind.Stale, "subject.contended", $"{subjectId} was changed by others {MaxAttempts} times in a row.",
            "Send the same request again.");
    }

    /// <summary>The subject's audit entries from the first to the last, each checked against the one before, and the last
    /// against the head in the state row. Reads page by page.</summary>
    /// <exception cref="AuditChainBrokenException">Storage was changed behind the system's back.</exception>
    public async IAsyncEnumerable<AuditRecord> ReadAudit(
        string subjectId,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var partition = RowKeys.Escape(subjectId);
        var state = await ReadState(partition, cancellation);
        var (count, last) = (0, AuditRecord.Genesis);
        var filter = RowKeys.AllNumbered(partition, SubjectRows.AuditKind);
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            // Entries beyond the head that was read first belong to a change made meanwhile.
            if (count == state?.AuditCount)
            {
                break;
            }

            var record = SubjectRows.ReadAudit(subjectId, row);
            AuditChain.CheckLink(record, count + 1, last);
            (count, last) = (count + 1, record.Hash);
            yield return record;
        }

        AuditChain.CheckHead(subjectId, count, last, state?.AuditCount ?? 0, state?.AuditHead ?? AuditRecord.Genesis);
    }

    private async Task<StateRow?> ReadState(string partition, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            partition, SubjectRows.StateKey, cancellationToken: cancellation);
        return row.HasValue ? SubjectRows.ReadState(row.Value!) : null;
    }

    /// <summary>Why this attempt does not write; null when it may. What a caller may not know of or do is said before
    /// an ETag is compared, and a stale ETag before anything that the caller's old view cannot have known.</summary>
    private static Refusal? Objection<TState>(
        string subjectId, StateRow? current, Outcome<Change<TState>> decision, string? ifMatch)
        where TState : class
    {
        if (decision.Refusal is { Kind: RefusalKind.NotFound or RefusalKind.Forbidden } hidden)
        {
            return hidden;
        }

        var stale = ifMatch is not null && ifMatch != current?.PublicTag && (ifMatch != "*" || current is null);
        return stale
            ? new Refusal(
                RefusalKind.Stale, "subject.stale",
                $"{subjectId} is at {current?.PublicTag ?? "no version yet"}; the request was made against {ifMatch}.",
                "Read it again, decide again, and send the new ETag in If-Match.")
            : decision.Refusal;
    }

    private async Task<Outcome<Changed<TState>>?> TryWrite<TState>(
        SubjectWrite write, StateRow? current, Change<TState> change, CancellationToken cancellation)
        where TState : class
    {
        var (next, actions) = write.Compose(current, change);
        if (change.Outbox.Count > 0)
        {
            await outbox.Announce(write.SubjectId, write.OperationId, cancellation);
        }

        try
        {
            await _table.SubmitTransactionAsync(actions, cancellation);
        }
        catch (RequestFailedException lost) when (lost.Status is 409 or 412)
        {
            return null;
        }

        await DeliverAfter(write, change.Outbox.Count > 0);
        return new Changed<TState>(change.State, next.PublicTag, Replayed: false, change.ResultJson);
    }

    /// <summary>What this operation did in an earlier call, or in this one when only the reply was lost.</summary>
    private async Task<Outcome<Changed<TState>>?> FindDone<TState>(SubjectWrite write, CancellationToken cancellation)
        where TState : class
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(
            write.Partition, SubjectRows.OperationKey(write.OperationId), cancellationToken: cancellation);
        if (!row.HasValue)
        {
            return null;
        }

        var done = SubjectRows.ReadOperation(row.Value!);
        if (done.RequestDigest != write.RequestDigest)
        {
            return new Refusal(
                RefusalKind.Invalid, "idempotency.key-reused",
                $"This key has been used for another request (digest {done.RequestDigest?.Hex ?? "none"}, now {write.RequestDigest?.Hex ?? "none"}).",
                "Send the first request again unchanged, or use a new Idempotency-Key.");
        }

        var current = await ReadState(write.Partition, cancellation)
            ?? throw new InvalidOperationException($"{write.SubjectId} has operations but no state row.");
        await DeliverAfter(write, current.OutboxCount > 0);
        return new Changed<TState>(
            current.State<TState>(), current.PublicTag, Replayed: done.WriteId != write.WriteId, done.ResultJson);
    }

    private Task DeliverAfter(SubjectWrite write, bool hasMessages) =>
        hasMessages ? outbox.DeliverAfter(write.SubjectId, write.OperationId) : Task.CompletedTask;
}
