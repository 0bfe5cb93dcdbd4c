namespace Certification.Domain.Evidence;

/// <summary>One run of an evaluation as its log tells it. Null means that the log says nothing about it.</summary>
/// <param name="Status">As the harness writes it: <c>success</c>, <c>cancelled</c>, <c>error</c>, <c>started</c>.</param>
/// <param name="Invalidated">Whether somebody invalidated the run afterwards.</param>
/// <param name="Task">The benchmark as registered, such as <c>inspect_evals/arc_easy</c>.</param>
/// <param name="Dataset">The dataset by name, or by location where it has none.</param>
/// <param name="RequestedModel">The model that the run asked for; may be an alias.</param>
/// <param name="AnsweringModels">The models that answered, as the samples name them.</param>
/// <param name="Revision">The evaluation code that ran.</param>
/// <param name="HarnessVersion">Version of the harness.</param>
/// <param name="Counts">How many samples, by the header and by the body.</param>
/// <param name="Scores">One per scorer and metric.</param>
/// <param name="StartedAt">When the run began.</param>
/// <param name="CompletedAt">When the run ended.</param>
/// <param name="Duration">How long it took, where the log says so apart from the two instants.</param>
/// <param name="EditedSamples">Samples whose score was changed after it was given.</param>
/// <param name="IsCopied">Whether the results were copied from a publication, and no run stands behind the file.</param>
/// <param name="RanForeignCode">Whether code out of the model's repository ran beside the harness.</param>
/// <param name="TrivialDetectors">Detectors of the run that pass whatever they see.</param>
public sealed record EvaluationRun(
    string? Status,
    bool? Invalidated,
    string? Task,
    string? Dataset,
    string? RequestedModel,
    IReadOnlyList<string> AnsweringModels,
    CodeRevision? Revision,
    string? HarnessVersion,
    SampleCounts Counts,
    IReadOnlyList<RunScore> Scores,
    DateTimeOffset? StartedAt,
    DateTimeOffset? CompletedAt,
    TimeSpan? Duration = null,
    long EditedSamples = 0,
    bool IsCopied = false,
    bool RanForeignCode = false,
    IReadOnlyList<string>? TrivialDetectors = null)
{
    /// <summary>Whether the format has a place for a status. A file of a format without one, such as a result file that the
    /// harness writes at the end of a run, makes no claim about how the run ended.</summary>
    public bool CarriesStatus { get; init; } = true;

    /// <summary>Whether the model is pinned by a revision or a digest; null where the harness asks a service, which has neither.</summary>
    public bool? IsModelPinned { get; init; }

    /// <summary>Answers that were configured for each prompt; null when not said.</summary>
    public long? GenerationsConfigured { get; init; }

    /// <summary>Data that the run used for more than one purpose, such as a file that is both test data and ground truth.</summary>
    public string? ReusedData { get; init; }

    /// <summary>The results by model and benchmark, where one file has several of either; empty for a file with one of each.</summary>
    public IReadOnlyList<RunPart> Parts { get; init; } = [];

    /// <summary>Results by group of people or of samples; empty where the file has none.</summary>
    public IReadOnlyList<GroupScore> Groups { get; init; } = [];

    /// <summary>Where the format keeps what the checks cite.</summary>
    public RunPlaces Places { get; init; } = RunPlaces.None;

    /// <summary>Models to which the results belong: those that answered, else the one that was asked for.</summary>
    public IReadOnlyList<string> Subjects =>
        AnsweringModels.Count > 0 ? AnsweringModels : RequestedModel is { } model ? [model] : [];
}

/// <summary>Revision of the code that ran.</summary>
/// <param name="Dirty">Whether it had changes that are in no commit; null when the log does not say.</param>
public sealed record CodeRevision(string? Origin, string? Commit, bool? Dirty);

/// <summary>Sample counts of one run. Samples are counted once per epoch.</summary>
/// <param name="InDataset">What the dataset holds, by the header, before any limit.</param>
/// <param name="Epochs">How often each sample was run; 1 when the log does not say.</param>
/// <param name="Total">What was to be run, by the header.</param>
/// <param name="Completed">What ended without error, by the header.</param>
/// <param name="Carried">Sample records in the file; null when the file has no list of samples.</param>
/// <param name="Failed">Carried records that ended with an error.</param>
public sealed record SampleCounts(long? InDataset, long Epochs, long? Total, long? Completed, long? Carried, long Failed);

/// <summary>A metric of the header, beside what the carried samples give.</summary>
/// <param name="Scored">Samples behind it, by the header.</param>
/// <param name="CarriedMean">Mean of the carried sample scores of this scorer; null when none is a number or a grade.</param>
/// <param name="CarriedScored">Carried samples that have such a score.</param>
/// <param name="Interval">Confidence interval, where the file states one.</param>
public sealed record RunScore(
    string Scorer, string Metric, double Value, long? Scored, double? StandardError, double? CarriedMean, long CarriedScored,
    ConfidenceInterval? Interval = null);
