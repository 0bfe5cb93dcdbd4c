using Certification.Formats.Json;

namespace Certification.Formats.Helm;

/// <summary>One statistic as HELM writes it, in <c>stats.json</c> and in <c>per_instance_stats.json</c> alike.</summary>
internal sealed class HelmStat
{
    // Counts of tokens, trials and seconds stand beside the metrics and measure the run, not the model.
    private static readonly string[] Bookkeeping =
        ["num_", "training_", "inference_", "finish_reason_", "batch_size", "prompt_truncated", "max_prob", "logprob"];

    public string? Name { get; private set; }

    public string? Split { get; private set; }

    public string? Perturbation { get; private set; }

    /// <summary>Whether the perturbation stands for groups of people, such as dialects or names.</summary>
    public bool IsOfFairness { get; private set; }

    public string? ComputedOn { get; private set; }

    public double? Mean { get; private set; }

    public double? Sum { get; private set; }

    public bool IsMetric => Name is { } name && Mean is not null && !Array.Exists(Bookkeeping, start => name.StartsWith(start, StringComparison.Ordinal));

    /// <summary>Whether a shape is of a statistic that stands at <paramref name="root"/>.</summary>
    public static bool Wants(string shape, string root) => shape.StartsWith(root, StringComparison.Ordinal)
        && shape[root.Length..] is "" or "/name" or "/name/name" or "/name/split" or "/name/perturbation" or "/name/perturbation/name"
            or "/name/perturbation/fairness" or "/name/perturbation/computed_on" or "/mean" or "/sum";

    public void Value(JsonPlace place, string root, JsonScalar value, JsonFacts facts)
    {
        switch (place.Shape[root.Length..])
        {
            case "/name/name": Name = facts.Text(place, value); break;
            case "/name/split": Split = facts.Text(place, value); break;
            case "/name/perturbation/name": Perturbation = facts.Text(place, value); break;
            case "/name/perturbation/fairness": IsOfFairness = facts.Truth(place, value) == true; break;
            case "/name/perturbation/computed_on": ComputedOn = facts.Text(place, value); break;
            case "/mean": Mean = facts.Number(place, value); break;
            case "/sum": Sum = facts.Number(place, value); break;
        }
    }
}
