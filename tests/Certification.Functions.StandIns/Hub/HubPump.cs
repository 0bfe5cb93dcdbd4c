using System.Text.Json;

namespace Certification.Functions.StandIns.Hub;

/// <summary>Runs an orchestrator function on one thread to the point where it waits, event by event.</summary>
internal sealed class HubPump : SynchronizationContext, IDisposable
{
    private readonly Queue<(SendOrPostCallback Work, object? State)> _work = new();
    private readonly SynchronizationContext? _outer = Current;
    private readonly int _thread = Environment.CurrentManagedThreadId;

    /// <param name="past">How many events of the history were there before this turn.</param>
    public Task<JsonElement> Run(IReadOnlyList<HubEvent> history, HubContext context, int past, Func<Task<JsonElement>> function)
    {
        SetSynchronizationContext(this);
        Task<JsonElement>? task = null;
        for (var n = 0; n < history.Count; n++)
        {
            context.Replaying = n < past;
            context.Apply(history[n]);
            // The first event of every history says at what time the first turn began.
            task ??= function();
            while (_work.TryDequeue(out var next)) next.Work(next.State);
        }

        return task!;
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != _thread)
            throw new InvalidOperationException("The adapter awaited something that is not its orchestration's.");
        _work.Enqueue((d, state));
    }

    public void Dispose() => SetSynchronizationContext(_outer);
}
