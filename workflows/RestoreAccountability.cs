using Certification.Workflows.Port;

namespace Certification.Workflows;

/// <summary>After a party of a certified system has left: officers are told which duties nobody answers for, and if nobody does
/// by the rulebook's deadline, the certificate is restricted. What is restored is theirs to judge, so an officer reinstates it.</summary>
public sealed class RestoreAccountability : IWorkflow<RestoreInput, RestoreResult>
{
    /// <inheritdoc/>
    public async Task<RestoreResult> Run(WorkflowContext context, RestoreInput departure)
    {
        var orphaned = await context.CallActivity(ActivityNames.TellOfOrphanedDuties, departure, RetryPolicy.Default);
        if (orphaned.Duties.Count == 0) return new RestoreResult("answered");

        context.SetCustomStatus($"nobody answers for {string.Join(", ", orphaned.Duties)}");
        await context.CreateTimer(orphaned.Deadline);
        var restricted = await context.CallActivity(ActivityNames.RestrictOrphaned, departure, RetryPolicy.Default);
        return new RestoreResult(restricted.Happened ? "restricted" : "answered");
    }
}
