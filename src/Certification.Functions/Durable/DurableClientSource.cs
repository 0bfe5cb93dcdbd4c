using Microsoft.DurableTask.Client;

namespace Certification.Functions.Durable;

/// <summary>The Durable client of this process. Functions get one by binding and only while they are called, but the outbox
/// and the web layer need one at any time: the first call of any function leaves it here, and others wait for it.</summary>
public sealed class DurableClientSource
{
    private readonly TaskCompletionSource<DurableTaskClient> _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Leaves a client that was bound. All are alike: one task hub, one connection.</summary>
    public void Offer(DurableTaskClient client) => _first.TrySetResult(client);

    /// <summary>True once a function was called.</summary>
    public bool HasClient => _first.Task.IsCompletedSuccessfully;

    /// <summary>The client.</summary>
    /// <exception cref="TimeoutException">No function was called since the process started.</exception>
    public Task<DurableTaskClient> Client(CancellationToken cancellation) =>
        _first.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellation);
}
