namespace Certification.Workflows.Port;

/// <summary>One step that does I/O. It may be run more than once for one call (a crash after the effect and before the
/// record), so it must be idempotent: <see cref="ActivityContext.OperationId"/> is the same in every attempt.</summary>
public interface IActivity<TInput, TResult>
{
    /// <summary>Does the step. Expected refusals are returned as values; an exception means "try again".</summary>
    Task<TResult> Run(ActivityContext context, TInput input, CancellationToken cancellation);
}

/// <summary>What an activity knows of the call that runs it.</summary>
/// <param name="InstanceId">The workflow instance that called.</param>
/// <param name="OperationId">Names this call for ever: equal in all attempts of it, different for every other call.</param>
/// <param name="Attempt">Counted from 1 within this process; for logs only.</param>
public sealed record ActivityContext(string InstanceId, string OperationId, int Attempt);
