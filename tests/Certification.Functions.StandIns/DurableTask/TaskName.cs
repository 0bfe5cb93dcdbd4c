namespace Microsoft.DurableTask;

/// <summary>Stands in for the SDK's name of an activity or orchestrator function.</summary>
public readonly record struct TaskName(string Name)
{
    public static implicit operator TaskName(string value) => new(value);

    public static implicit operator string(TaskName value) => value.Name;

    public override string ToString() => Name;
}
