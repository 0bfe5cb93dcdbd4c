namespace Certification.Workflows.Port;

/// <summary>
/// What a workflow may do, and all that it may do. Shaped like Durable Task's orchestration context and using its
/// words, so that an adapter to Durable Functions stays thin. Workflow code must be deterministic: it is run again
/// from the start, over recorded results, whenever its instance is brought back to memory.
/// </summary>
/// <remarks>Await only tasks that come from this context, and combinations of them by <see cref="Task.WhenAll(Task[])"/>
/// and <see cref="Task.WhenAny(Task[])"/>. Any other await leaves the engine's thread and the instance fails loudly.</remarks>
public abstract class WorkflowContext
{
    /// <summary>The id under which this instance was started; unique for ever within one authority.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The instance that called this one as a sub-workflow; null for one started from outside.</summary>
    public abstract string? ParentInstanceId { get; }

    /// <summary>The version of the workflow's steps that this instance was started with. It never changes while the
    /// instance lives, so that <c>if (context.Version &gt;= 2)</c> lets code change under running instances.</summary>
    public abstract int Version { get; }

    /// <summary>Business time of the turn being run; the same again in every replay.</summary>
    public abstract DateTimeOffset CurrentUtcTime { get; }

    /// <summary>True while recorded results are being fed back; log lines are silent then.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>A guid that is the same in every replay (derived from instance id and a counter).</summary>
    public abstract Guid NewGuid();

    /// <summary>Writes a log line once; silent in replay.</summary>
    public abstract void Log(string message);

    /// <summary>Shows where the instance stands to those who query it. Not part of the workflow's result.</summary>
    public abstract void SetCustomStatus(string status);

    /// <summary>Runs an activity at least once and records its result exactly once.</summary>
    /// <exception cref="ActivityFailedException">All attempts that <paramref name="retry"/> allows have failed.</exception>
    public abstract Task<TResult> CallActivity<TInput, TResult>(
        ActivityName<TInput, TResult> activity, TInput input, RetryPolicy? retry = null);

    /// <summary>Starts another workflow and waits for its result. The child has its own history and inbox under
    /// <paramref name="instanceId"/>.</summary>
    /// <exception cref="SubWorkflowFailedException">The child failed or was terminated.</exception>
    public abstract Task<TResult> CallSubWorkflow<TInput, TResult>(
        WorkflowName<TInput, TResult> workflow, TInput input, string instanceId);

    /// <summary>Waits for the next event of this name that has not been read yet. An event that came before the wait
    /// is kept and answers at once. Waits of one name are served in the order in which they were made; a cancelled wait
    /// takes no event.</summary>
    public abstract Task<TEvent> WaitForEvent<TEvent>(EventName<TEvent> name, CancellationToken cancellation = default);

    /// <summary>Ends at <paramref name="fireAt"/> business time, also when that is past.</summary>
    /// <exception cref="TaskCanceledException">The timer was cancelled before it fired.</exception>
    public abstract Task CreateTimer(DateTimeOffset fireAt, CancellationToken cancellation = default);

    /// <summary>Closes the inbox if every event sent so far has been read. After true, whoever sends an event is told
    /// that the instance has ended. False: at least one event is unread; read it, and try again. A workflow that must
    /// lose no event calls this before it returns; otherwise the engine closes the inbox at the end by itself.</summary>
    public abstract Task<bool> TryCloseInbox();

    /// <summary>Ends this run and begins a new one under the same id with an empty history and this input. Unread
    /// events are kept. Return right after calling it.</summary>
    public abstract void ContinueAsNew<TInput>(TInput input);

    /// <summary>The next event of this name, or null when <paramref name="deadline"/> (business time) passes first.
    /// The wait is withdrawn on a timeout, so that it does not swallow a later event.</summary>
    public async Task<TEvent?> WaitForEvent<TEvent>(EventName<TEvent> name, DateTimeOffset deadline) where TEvent : class
    {
        using var stop = new CancellationTokenSource();
        var arrival = WaitForEvent(name, stop.Token);
        var timer = CreateTimer(deadline, stop.Token);
        var first = await Task.WhenAny(arrival, timer);
        stop.Cancel();
        return first == arrival ? await arrival : null;
    }
}
