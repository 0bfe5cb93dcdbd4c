namespace Certification.Domain.Evidence;

/// <summary>One measured or stated fact, whatever the format that it came in. Null means "no claim", never good or bad news.</summary>
/// <param name="Subject">The model as the evidence names it.</param>
/// <param name="Protocol">Kind of statement: <c>evaluation</c>, <c>evaluation-samples</c>, <c>run-specification</c>,
/// <c>red-team</c>, <c>reference-standard</c>, <c>dataset</c>, <c>control-assessment</c>, <c>attestation</c>, <c>bill-of-materials</c>, <c>model-card</c>.</param>
/// <param name="Value">The metric's value.</param>
/// <param name="StandardError">Of <paramref name="Value"/>.</param>
/// <param name="Interval">Confidence interval of <paramref name="Value"/>, where the file states its bounds.</param>
/// <param name="Passed">What the harness itself concludes from <paramref name="Value"/>; null where it concludes nothing.</param>
/// <param name="Group">The group that <paramref name="Value"/> is of; null for all.</param>
/// <param name="Samples">How many samples were scored.</param>
/// <param name="SamplesTotal">How many the benchmark has.</param>
/// <param name="PerformedOn">When the run ended.</param>
/// <param name="PerformedBy">Who performed it, by the file itself.</param>
/// <param name="Independence"><c>first-party</c>, <c>second-party</c> or <c>third-party</c>, by the file itself.</param>
public sealed record Claim(
    string? Subject,
    string Protocol,
    string? SubjectRevision = null,
    Sha256Digest? SubjectDigest = null,
    string? Benchmark = null,
    string? BenchmarkVersion = null,
    string? Harness = null,
    string? HarnessVersion = null,
    string? Metric = null,
    double? Value = null,
    double? StandardError = null,
    long? Samples = null,
    long? SamplesTotal = null,
    DateTimeOffset? PerformedOn = null,
    string? Where = null,
    string? PerformedBy = null,
    string? Independence = null,
    ConfidenceInterval? Interval = null,
    string? Group = null,
    bool? Passed = null);
