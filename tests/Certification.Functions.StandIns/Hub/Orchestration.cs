using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Certification.Functions.StandIns.Hub;

/// <summary>One orchestration of the stand-in hub: its history, and what has arrived since.</summary>
internal sealed class Orchestration(string name, string instanceId, string input, Action<OrchestrationMetadata>? ended)
{
    public string Name { get; } = name;

    public string InstanceId { get; } = instanceId;

    public string Input { get; private set; } = input;

    public List<HubEvent> History { get; } = [];

    public List<HubAction> Scheduled { get; } = [];

    public Queue<HubEvent> Arrived { get; } = new();

    public bool Busy { get; set; }

    /// <summary>Increased by continue-as-new: answers to an earlier generation are dropped.</summary>
    public int Generation { get; private set; }

    public OrchestrationMetadata Metadata { get; private set; } = new(name, instanceId)
    {
        RuntimeStatus = OrchestrationRuntimeStatus.Running,
        CreatedAt = DateTimeOffset.UtcNow,
        LastUpdatedAt = DateTimeOffset.UtcNow,
    };

    public bool Ended => Metadata.RuntimeStatus != OrchestrationRuntimeStatus.Running;

    public void ContinueAsNew(string input, IEnumerable<HubEvent> unread)
    {
        (Input, Generation) = (input, Generation + 1);
        History.Clear();
        Scheduled.Clear();
        var late = Arrived.OfType<HubEvent.Raised>().ToList();
        Arrived.Clear();
        foreach (var kept in unread.Concat(late)) Arrived.Enqueue(kept);
    }

    public void Show(string? customStatus) => Metadata = Copy(Metadata.RuntimeStatus, null, null, customStatus);

    public void End(OrchestrationRuntimeStatus status, string? output, TaskFailureDetails? failure)
    {
        Metadata = Copy(status, output, failure, Metadata.SerializedCustomStatus);
        ended?.Invoke(Metadata);
    }

    private OrchestrationMetadata Copy(
        OrchestrationRuntimeStatus status, string? output, TaskFailureDetails? failure, string? customStatus) => new(Name, InstanceId)
    {
        RuntimeStatus = status,
        CreatedAt = Metadata.CreatedAt,
        LastUpdatedAt = DateTimeOffset.UtcNow,
        SerializedOutput = output,
        SerializedCustomStatus = customStatus,
        FailureDetails = failure,
    };
}

/// <summary>What an orchestration asked for, in the order of asking: replay must ask for the same.</summary>
internal sealed record HubAction(string Kind, string Name);

/// <summary>What happened to an orchestration.</summary>
internal abstract record HubEvent
{
    /// <summary>A batch of events begins at this time.</summary>
    public sealed record TurnStarted(DateTime Time) : HubEvent;

    /// <summary>An action has its answer.</summary>
    public sealed record Answered(int Action, string? Json, TaskFailureDetails? Failure) : HubEvent;

    /// <summary>An event was raised.</summary>
    public sealed record Raised(string Name, string Json) : HubEvent;
}
