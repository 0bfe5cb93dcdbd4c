namespace Certification.Workflows.Port;

/// <summary>An activity failed in all the attempts that its retry policy allows.</summary>
/// <param name="activity">Durable name of the activity.</param>
/// <param name="reason">What the last attempt said, without a stack trace.</param>
public sealed class ActivityFailedException(string activity, string reason)
    : Exception($"Activity {activity} failed: {reason}")
{
    /// <summary>Durable name of the activity.</summary>
    public string Activity { get; } = activity;

    /// <summary>What the last attempt said.</summary>
    public string Reason { get; } = reason;
}

/// <summary>A sub-workflow failed or was terminated.</summary>
public sealed class SubWorkflowFailedException(string instanceId, string reason)
    : Exception($"Sub-workflow {instanceId} failed: {reason}")
{
    /// <summary>The child's instance id.</summary>
    public string ChildInstanceId { get; } = instanceId;

    /// <summary>Why, as the child's record says.</summary>
    public string Reason { get; } = reason;
}

/// <summary>Replay asked for something else than history recorded: the workflow's code changed under a running
/// instance, or is not deterministic. The instance fails; nothing more is done in its name.</summary>
public sealed class NonDeterministicWorkflowException(string message) : Exception(message);
