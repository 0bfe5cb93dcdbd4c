using Certification.Signing.Log;
using Certification.Storage.Changes;

namespace Certification.Workflows.Activities.Log;

/// <summary>Enters the head of a subject's audit chain into the log: from then on nobody can write that chain anew, not even who
/// holds the storage. It is done when a case is closed and whenever a certificate's status changes.</summary>
public sealed class AuditHeads(Subjects subjects, AuthorityLog log)
{
    /// <summary>Enters the head as it stands now. Idempotent: the same head is the same entry.</summary>
    public async Task Enter(string subjectId, CancellationToken cancellation)
    {
        if (await subjects.AuditHead(subjectId, cancellation) is { } head)
        {
            await log.Enter(LogEntry.OfAudit(head.Count, head.Hash), cancellation);
        }
    }
}
