using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Workflows.Port;

namespace Certification.Engine.Running;

/// <summary>What a run's present state makes of its instance's row.</summary>
internal static class StepEffect
{
    private const int FailureLimit = 8 * 1024;

    /// <summary>The row after the run has come this far.</summary>
    public static InstanceRecord Of(WorkflowRun run, InstanceRecord before)
    {
        var seen = before with { CustomStatus = run.CustomStatus ?? before.CustomStatus };
        return run.Outcome switch
        {
            null => seen with
            {
                NextDue = run.NextDue,
                Awaiting = run.Awaiting,
                Busy = run.Pending.Any(request => request.Kind != RequestKind.Timer),
            },
            RunOutcome.Continued next => seen with
            {
                Run = before.Run + 1,
                Input = next.Input,
                Carried = [.. run.Unread.Select(row => row.Position)],
                NextDue = null,
                Awaiting = "",
                Busy = true,
            },
            RunOutcome.Completed completed => Ended(seen, WorkflowStatus.Completed) with { Result = completed.Result },
            RunOutcome.Failed failed => Ended(seen, WorkflowStatus.Failed) with { Failure = Cut(failed.Reason) },
            RunOutcome.Terminated ended => Ended(seen, WorkflowStatus.Terminated) with { Failure = Cut(ended.Reason) },
            _ => throw new InvalidOperationException($"unknown outcome {run.Outcome}"),
        };
    }

    /// <summary>True when the row has to be written although no result came: a first turn, or a termination.</summary>
    public static bool Differs(InstanceRecord before, InstanceRecord after) =>
        (before.Status, before.Run, before.CustomStatus, before.NextDue, before.Busy, before.Awaiting)
        != (after.Status, after.Run, after.CustomStatus, after.NextDue, after.Busy, after.Awaiting);

    private static InstanceRecord Ended(InstanceRecord record, WorkflowStatus status) =>
        record with { Status = status, NextDue = null, Awaiting = "", Busy = false };

    private static string Cut(string reason) => reason.Length <= FailureLimit ? reason : reason[..FailureLimit];
}
