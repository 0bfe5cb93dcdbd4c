namespace Certification.Domain.Evidence;

/// <summary>What a run was to do, in harnesses that keep it apart from the results.</summary>
/// <param name="Model">The model that was asked for.</param>
/// <param name="Deployment">Who served it, where that has a name of its own; null when not said.</param>
/// <param name="InstanceLimit">Most instances that were to be run; null for all.</param>
/// <param name="Requests">Requests that the file carries; null when it carries none.</param>
/// <param name="Failed">Requests that failed.</param>
/// <param name="Where">Place of the model.</param>
public sealed record RunSpecification(
    string Model, string? Deployment, string? Benchmark, long? InstanceLimit, long? Requests, long Failed, string Where);
