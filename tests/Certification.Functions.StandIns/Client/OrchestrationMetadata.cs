using System.Text.Json;

namespace Microsoft.DurableTask.Client;

/// <summary>Stands in for what the SDK says of an orchestration.</summary>
public sealed class OrchestrationMetadata(string name, string instanceId)
{
    public string Name { get; } = name;

    public string InstanceId { get; } = instanceId;

    public OrchestrationRuntimeStatus RuntimeStatus { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset LastUpdatedAt { get; init; }

    public string? SerializedOutput { get; init; }

    public string? SerializedCustomStatus { get; init; }

    public TaskFailureDetails? FailureDetails { get; init; }

    public T? ReadCustomStatusAs<T>() =>
        SerializedCustomStatus is null ? default : JsonSerializer.Deserialize<T>(SerializedCustomStatus);
}

/// <summary>Stands in for the SDK's states of an orchestration.</summary>
public enum OrchestrationRuntimeStatus { Running, Completed, ContinuedAsNew, Failed, Canceled, Terminated, Pending, Suspended }

/// <summary>Stands in for the SDK's filter of orchestrations.</summary>
public record OrchestrationQuery
{
    public IEnumerable<OrchestrationRuntimeStatus>? Statuses { get; init; }
}
