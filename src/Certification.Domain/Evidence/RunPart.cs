namespace Certification.Domain.Evidence;

/// <summary>The results of one model on one benchmark, in a file that has several.</summary>
/// <param name="Model">Null where the whole file is of one model.</param>
/// <param name="Benchmark">Null where the whole file is of one benchmark.</param>
/// <param name="Counts">Of this part alone; <see cref="SampleCounts.Carried"/> is null where records are not told apart.</param>
public sealed record RunPart(string? Model, string? Benchmark, SampleCounts Counts, IReadOnlyList<RunScore> Scores);

/// <summary>A metric of one group.</summary>
/// <param name="Attribute">What the groups are formed by, such as <c>gender</c> or the name of a task with subtasks; null when not said.</param>
/// <param name="Group">The group, such as <c>female</c>.</param>
/// <param name="Samples">Samples behind the value; null when not said.</param>
/// <param name="Where">JSON pointer.</param>
public sealed record GroupScore(string? Attribute, string Group, string Metric, double Value, long? Samples, string? Where);
