using Certification.Engine.Records;
using Certification.Workflows.Port;

namespace Certification.Engine.Replay;

/// <summary>The words for what can be wrong with a run.</summary>
internal static class RunFault
{
    /// <summary>The workflow threw.</summary>
    public static string Of(Exception exception) => $"{exception.GetType().Name}: {exception.Message}";

    /// <summary>The workflow was continued by something that replay cannot repeat.</summary>
    public static string Strayed(InstanceRecord instance) =>
        $"{nameof(NonDeterministicWorkflowException)}: workflow {instance.Workflow} awaits something that is not its context's; "
        + "move it into an activity.";

    /// <summary>History and replay disagree about a request.</summary>
    /// <param name="asked">What replay asked for under that number; null for nothing.</param>
    public static NonDeterministicWorkflowException Mismatch(InstanceRecord instance, HistoryEntry entry, string? asked) => new(
        $"Workflow {instance.Workflow} of instance {instance.Id}: history says {entry.Kind} {entry.Name} for call {entry.Call}, "
        + $"replay asked for {asked ?? "nothing under that number"}. "
        + "Keep old steps under `if (context.Version < n)` while instances of the old version live.");

    /// <summary>Record and replay disagree about what is waited for.</summary>
    public static string AwaitsSomethingElse(InstanceRecord instance, string replayed) =>
        $"Workflow {instance.Workflow} of instance {instance.Id}: the record says that it awaits \"{instance.Awaiting}\", "
        + $"replay came to await \"{replayed}\".";
}
