using Certification.Domain.Evidence;

namespace Certification.Formats.InspectLogs;

/// <summary>Turns a run into claims, one for each metric.</summary>
internal static class InspectClaims
{
    private const int MostGroups = 100;

    public static IReadOnlyList<Claim> Of(EvaluationRun run, string? taskVersion) =>
    [
        .. run.Groups.Take(MostGroups).Select(score => new Claim(
            run.Subjects.Count == 1 ? run.Subjects[0] : run.RequestedModel, "evaluation", Benchmark: run.Task, BenchmarkVersion: taskVersion,
            Harness: "inspect_ai", HarnessVersion: run.HarnessVersion, Metric: score.Metric, Value: score.Value,
            PerformedOn: run.CompletedAt ?? run.StartedAt, Where: score.Where, Group: score.Group)),
        .. run.Scores.Take(MostGroups).Select(score => new Claim(
            run.Subjects.Count == 1 ? run.Subjects[0] : run.RequestedModel,
            "evaluation",
            Benchmark: run.Task,
            BenchmarkVersion: taskVersion,
            Harness: "inspect_ai",
            HarnessVersion: run.HarnessVersion,
            Metric: score.Metric,
            Value: score.Value,
            StandardError: score.StandardError,
            Samples: score.Scored ?? run.Counts.Completed,
            SamplesTotal: run.Counts.InDataset,
            PerformedOn: run.CompletedAt ?? run.StartedAt,
            Where: "/results/scores")),
    ];
}
