using System.Collections.Frozen;
using System.Globalization;
using Certification.Formats.Json;

namespace Certification.Formats.InspectLogs;

/// <summary>What the header of a log says about the run: <c>eval</c>, <c>stats</c> and the members beside them.</summary>
internal sealed class InspectHeader
{
    private static readonly FrozenSet<string> Wanted = new[]
    {
        "", "/version", "/status", "/invalidated", "/eval", "/eval/created", "/eval/task", "/eval/task_registry_name", "/eval/task_version",
        "/eval/dataset", "/eval/dataset/name", "/eval/dataset/location", "/eval/dataset/samples", "/eval/model",
        "/eval/config", "/eval/config/epochs", "/eval/revision", "/eval/revision/origin", "/eval/revision/commit",
        "/eval/revision/dirty", "/eval/packages", "/eval/packages/inspect_ai", "/stats", "/stats/started_at", "/stats/completed_at",
    }.ToFrozenSet();

    public bool HasEval { get; private set; }

    public bool HasStatus => Status is not null;

    public bool HasRevision { get; private set; }

    /// <summary>Version of the log format.</summary>
    public string? Version { get; private set; }

    public string? Status { get; private set; }

    public bool? Invalidated { get; private set; }

    public string? Task { get; private set; }

    public string? TaskRegistryName { get; private set; }

    public string? TaskVersion { get; private set; }

    public string? DatasetName { get; private set; }

    public string? DatasetLocation { get; private set; }

    public long? DatasetSamples { get; private set; }

    public long? Epochs { get; private set; }

    public string? Model { get; private set; }

    public string? Origin { get; private set; }

    public string? Commit { get; private set; }

    public bool? Dirty { get; private set; }

    public string? HarnessVersion { get; private set; }

    public DateTimeOffset? Created { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? CompletedAt { get; private set; }

    public static bool Wants(string shape) => Wanted.Contains(shape);

    public void Opens(JsonPlace place)
    {
        HasEval |= place.Shape == "/eval";
        HasRevision |= place.Shape == "/eval/revision";
    }

    public void Value(JsonPlace place, JsonScalar value, JsonFacts facts)
    {
        switch (place.Shape)
        {
            case "/version": Version = value.Text ?? facts.Number(place, value)?.ToString(CultureInfo.InvariantCulture); break;
            case "/status": Status = facts.Text(place, value); break;
            case "/invalidated": Invalidated = facts.Truth(place, value); break;
            case "/eval/created": Created = facts.Time(place, value); break;
            case "/eval/task": Task = facts.Text(place, value); break;
            case "/eval/task_registry_name": TaskRegistryName = facts.Text(place, value); break;
            // Older logs write a number, newer ones a number or text.
            case "/eval/task_version": TaskVersion = value.Text ?? facts.Number(place, value)?.ToString(CultureInfo.InvariantCulture); break;
            case "/eval/dataset/name": DatasetName = facts.Text(place, value); break;
            case "/eval/dataset/location": DatasetLocation = facts.Text(place, value); break;
            case "/eval/dataset/samples": DatasetSamples = facts.Count(place, value); break;
            case "/eval/config/epochs": Epochs = facts.Count(place, value); break;
            case "/eval/model": Model = facts.Text(place, value); break;
            case "/eval/revision/origin": Origin = facts.Text(place, value); break;
            case "/eval/revision/commit": Commit = facts.Text(place, value); break;
            case "/eval/revision/dirty": Dirty = facts.Truth(place, value); break;
            case "/eval/packages/inspect_ai": HarnessVersion = facts.Text(place, value); break;
            case "/stats/started_at": StartedAt = facts.Time(place, value); break;
            case "/stats/completed_at": CompletedAt = facts.Time(place, value); break;
        }
    }
}
