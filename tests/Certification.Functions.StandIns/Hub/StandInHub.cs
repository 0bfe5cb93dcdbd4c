using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Certification.Functions.StandIns.Hub;

/// <summary>A task hub in memory with the habits of Durable Functions that matter to an adapter: every turn replays from the
/// start, timers fire early, a start may be told to several callers, messages over a megabyte fail.</summary>
internal sealed class StandInHub : IAsyncDisposable
{
    private const int MessageLimit = 1_000_000;
    private static readonly TimeSpan Early = TimeSpan.FromMilliseconds(900);

    private readonly ConcurrentDictionary<string, Orchestration> _orchestrations = new();
    private readonly CancellationTokenSource _stop = new();

    /// <summary>Body of every orchestrator function.</summary>
    public required Func<TaskOrchestrationContext, Task<JsonElement>> Orchestrator { get; set; }

    /// <summary>Body of every activity function, by its name.</summary>
    public required Func<string, JsonElement, CancellationToken, Task<JsonElement>> Activity { get; set; }

    /// <summary>A planted fault: raised events vanish.</summary>
    public bool LosesEvents { get; set; }

    /// <summary>A planted fault: raising an event fails.</summary>
    public bool RefusesEvents { get; set; }

    public IEnumerable<Orchestration> Orchestrations => _orchestrations.Values;

    public Orchestration? Find(string id) => _orchestrations.GetValueOrDefault(id);

    public void Schedule(string name, string id, string input, Action<OrchestrationMetadata>? ended = null)
    {
        var orchestration = _orchestrations[id] = new Orchestration(name, id, Checked(input), ended) { Busy = true };
        _ = Task.Run(() =>
        {
            Turn(orchestration);
            Turns(orchestration);
        });
    }

    public void Raise(string id, string name, string json)
    {
        if (RefusesEvents) throw new InvalidOperationException("The host is away.");
        if (!LosesEvents && Find(id) is { } orchestration) Arrive(orchestration, orchestration.Generation, new HubEvent.Raised(name, Checked(json)));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _stop.Dispose();
    }

    private void Arrive(Orchestration orchestration, int generation, HubEvent happened)
    {
        lock (orchestration)
        {
            var isStale = happened is not HubEvent.Raised && generation != orchestration.Generation;
            if (orchestration.Ended || isStale) return;
            orchestration.Arrived.Enqueue(happened);
            if (orchestration.Busy) return;
            orchestration.Busy = true;
        }

        _ = Task.Run(() => Turns(orchestration));
    }

    private void Turns(Orchestration orchestration)
    {
        while (true)
        {
            lock (orchestration)
            {
                if (orchestration.Arrived.Count == 0 || orchestration.Ended)
                {
                    orchestration.Busy = false;
                    return;
                }
            }

            Turn(orchestration);
        }
    }

    /// <summary>Runs the function from the start, over the history and what has arrived.</summary>
    private void Turn(Orchestration orchestration)
    {
        var context = new HubContext(orchestration);
        List<HubEvent> fresh;
        lock (orchestration)
        {
            fresh = [new HubEvent.TurnStarted(DateTime.UtcNow), .. orchestration.Arrived];
            orchestration.Arrived.Clear();
        }

        var past = orchestration.History.Count;
        orchestration.History.AddRange(fresh);
        using var pump = new HubPump();
        var function = pump.Run(orchestration.History, context, past, () => Orchestrator(context));
        Settle(orchestration, context, function);
    }

    private void Settle(Orchestration orchestration, HubContext context, Task<JsonElement> function)
    {
        var isContinued = context.NextInput is not null && function.IsCompletedSuccessfully;
        List<(int Number, HubWork Work)> fresh = [];
        lock (orchestration)
        {
            orchestration.Show(context.CustomStatus ?? orchestration.Metadata.SerializedCustomStatus);
            for (var number = orchestration.Scheduled.Count; number < context.Actions.Count; number++)
            {
                orchestration.Scheduled.Add(context.Actions[number].Action);
                fresh.Add((number, context.Actions[number].Work));
            }

            if (isContinued) orchestration.ContinueAsNew(Checked(context.NextInput!), context.UnreadEvents);
        }

        if (isContinued) Turn(orchestration);
        else if (function.IsFaulted) Fail(orchestration, function.Exception.InnerException!);
        else if (function.IsCompleted)
            orchestration.End(OrchestrationRuntimeStatus.Completed, Checked(function.Result.GetRawText()), null);
        else
        {
            var generation = orchestration.Generation;
            foreach (var (number, work) in fresh) _ = Task.Run(() => Do(orchestration, generation, number, work));
        }
    }

    private static void Fail(Orchestration orchestration, Exception failure) => orchestration.End(
        OrchestrationRuntimeStatus.Failed, null, new TaskFailureDetails(failure.GetType().FullName!, failure.Message));

    private async Task Do(Orchestration orchestration, int generation, int number, HubWork work)
    {
        void Answer(string? json, TaskFailureDetails? failure) =>
            Arrive(orchestration, generation, new HubEvent.Answered(number, json is null ? null : Checked(json), failure));

        switch (work)
        {
            case HubWork.Timer timer:
                var wait = timer.FireAt - Early - DateTime.UtcNow;
                if (wait > TimeSpan.Zero) await Task.Delay(wait, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (!_stop.IsCancellationRequested) Answer("null", null);
                break;
            case HubWork.Activity activity:
                await RunActivity(activity, Answer);
                break;
            case HubWork.Child child:
                Schedule(child.Name, child.InstanceId, child.Input, end => Answer(end.SerializedOutput, end.FailureDetails));
                break;
        }
    }

    private async Task RunActivity(HubWork.Activity activity, Action<string?, TaskFailureDetails?> answer)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var input = JsonDocument.Parse(Checked(activity.Input));
                answer((await Activity(activity.Name, input.RootElement.Clone(), _stop.Token)).GetRawText(), null);
                return;
            }
            catch (Exception failure)
            {
                if (_stop.IsCancellationRequested) return;
                if (attempt < (activity.Retry?.MaxNumberOfAttempts ?? 1)) continue;
                answer(null, new TaskFailureDetails("(unknown)", failure.Message));
                return;
            }
        }
    }

    private static string Checked(string message)
    {
        return message.Length <= MessageLimit
            ? message
            : throw new InvalidOperationException($"A message of {message.Length} characters does not go through the host.");
    }
}
