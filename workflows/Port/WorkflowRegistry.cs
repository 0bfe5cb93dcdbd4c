using System.Text.Json;

namespace Certification.Workflows.Port;

/// <summary>The workflows and activities that an engine can run, by durable name. Filled once at start-up.</summary>
public sealed class WorkflowRegistry
{
    private readonly Dictionary<string, WorkflowEntry> _workflows = [];
    private readonly Dictionary<string, ActivityEntry> _activities = [];

    /// <summary>All registered workflows by name.</summary>
    public IReadOnlyDictionary<string, WorkflowEntry> Workflows => _workflows;

    /// <summary>All registered activities by name.</summary>
    public IReadOnlyDictionary<string, ActivityEntry> Activities => _activities;

    /// <summary>Registers a workflow; new instances start with <paramref name="version"/>.</summary>
    public WorkflowRegistry Add<TInput, TResult>(
        WorkflowName<TInput, TResult> name, int version, Func<IWorkflow<TInput, TResult>> create)
    {
        _workflows.Add(name.Name, new WorkflowEntry(name.Name, version, async (context, input) =>
        {
            var result = await create().Run(context, WorkflowJson.Read<TInput>(input));
            return WorkflowJson.Write(result);
        }));
        return this;
    }

    /// <summary>Registers an activity.</summary>
    public WorkflowRegistry Add<TInput, TResult>(
        ActivityName<TInput, TResult> name, Func<IActivity<TInput, TResult>> create)
    {
        _activities.Add(name.Name, new ActivityEntry(name.Name, async (context, input, cancellation) =>
        {
            var result = await create().Run(context, WorkflowJson.Read<TInput>(input), cancellation);
            return WorkflowJson.Write(result);
        }));
        return this;
    }
}

/// <summary>A registered workflow; <paramref name="Run"/> takes and returns JSON.</summary>
public sealed record WorkflowEntry(string Name, int Version, Func<WorkflowContext, string, Task<string>> Run);

/// <summary>A registered activity; <paramref name="Run"/> takes and returns JSON.</summary>
public sealed record ActivityEntry(string Name, Func<ActivityContext, string, CancellationToken, Task<string>> Run);

/// <summary>The one JSON form of everything that goes through a history or an inbox.</summary>
public static class WorkflowJson
{
    /// <summary>The form.</summary>
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Writes a value as JSON.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads a value from JSON; a missing value of a non-null type is an error.</summary>
    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
