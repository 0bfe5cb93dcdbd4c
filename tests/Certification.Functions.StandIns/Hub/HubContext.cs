using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Certification.Functions.StandIns.Hub;

/// <summary>The orchestration's side of the stand-in hub: runs the function from the start over the history, as Durable
/// Functions does at every turn.</summary>
internal sealed class HubContext(Orchestration orchestration) : TaskOrchestrationContext
{
    private readonly Dictionary<int, TaskCompletionSource<string>> _open = [];
    private readonly Dictionary<string, Queue<string>> _raised = [];
    private readonly Dictionary<string, Queue<TaskCompletionSource<string>>> _waits = [];

    /// <summary>Every action of this execution, replayed ones first.</summary>
    public List<(HubAction Action, HubWork Work)> Actions { get; } = [];

    public string? NextInput { get; private set; }

    public bool Replaying { get; set; } = true;

    public DateTime Time { get; set; }

    public string? CustomStatus { get; private set; }

    public IEnumerable<HubEvent> UnreadEvents =>
        _raised.SelectMany(queue => queue.Value.Select(json => new HubEvent.Raised(queue.Key, json)));

    public override TaskName Name => orchestration.Name;

    public override string InstanceId => orchestration.InstanceId;

    public override DateTime CurrentUtcDateTime => Time;

    public override bool IsReplaying => Replaying;

    protected override ILoggerFactory LoggerFactory => NullLoggerFactory.Instance;

    public override T? GetInput<T>()
        where T : default => JsonSerializer.Deserialize<T>(orchestration.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null) =>
        await Ask<TResult>(new HubAction("activity", name), new HubWork.Activity(name, Json(input), options?.Retry?.Policy));

    public override async Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        var (action, open) = Open(new HubAction("timer", ""), new HubWork.Timer(fireAt));
        using var withdrawal = cancellationToken.Register(() =>
        {
            if (_open.Remove(action)) open.SetCanceled(cancellationToken);
        });
        await open.Task;
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        var id = ((SubOrchestrationOptions)options!).InstanceId!;
        return await Ask<TResult>(new HubAction("child", $"{orchestratorName} {id}"), new HubWork.Child(orchestratorName, id, Json(input)));
    }

    public override async Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        if (_raised.TryGetValue(eventName, out var kept) && kept.TryDequeue(out var json)) return Read<T>(json);
        var wait = new TaskCompletionSource<string>();
        if (!_waits.TryGetValue(eventName, out var waits)) _waits[eventName] = waits = new();
        waits.Enqueue(wait);
        return Read<T>(await wait.Task);
    }

    public override void SetCustomStatus(object? customStatus) => CustomStatus = Json(customStatus);

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) => NextInput = Json(newInput);

    /// <summary>Gives an event of the history to the function.</summary>
    public void Apply(HubEvent happened)
    {
        switch (happened)
        {
            case HubEvent.TurnStarted turn:
                Time = turn.Time;
                break;
            case HubEvent.Raised raised when _waits.TryGetValue(raised.Name, out var waits) && waits.TryDequeue(out var wait):
                wait.SetResult(raised.Json);
                break;
            case HubEvent.Raised raised:
                if (!_raised.TryGetValue(raised.Name, out var kept)) _raised[raised.Name] = kept = new();
                kept.Enqueue(raised.Json);
                break;
            case HubEvent.Answered answer when _open.Remove(answer.Action, out var open):
                if (answer.Failure is null) open.SetResult(answer.Json!);
                else open.SetException(new TaskFailedException(Actions[answer.Action].Action.Name, answer.Action, answer.Failure));
                break;
        }
    }

    private async Task<TResult> Ask<TResult>(HubAction action, HubWork work) => Read<TResult>(await Open(action, work).Open.Task);

    private (int Number, TaskCompletionSource<string> Open) Open(HubAction action, HubWork work)
    {
        var number = Actions.Count;
        if (number < orchestration.Scheduled.Count && orchestration.Scheduled[number] != action)
            throw new NonDeterministicOrchestrationException($"action {number} was {orchestration.Scheduled[number]} and is now {action}");
        Actions.Add((action, work));
        return (number, _open[number] = new TaskCompletionSource<string>());
    }

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json)!;

    private static string Json(object? value) => JsonSerializer.Serialize(value);
}

/// <summary>What the hub does for an action.</summary>
internal abstract record HubWork
{
    public sealed record Activity(string Name, string Input, RetryPolicy? Retry) : HubWork;

    public sealed record Timer(DateTime FireAt) : HubWork;

    public sealed record Child(string Name, string InstanceId, string Input) : HubWork;
}

/// <summary>Durable's word for a replay that differs from its history.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : Exception(message);
