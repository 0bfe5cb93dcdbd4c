namespace Certification.Domain.Rulebooks;

/// <summary>A named system that everybody may run, against whose results thresholds are set (as AILuminate grades do).
/// A new version of the rulebook brings it up to the state of the art.</summary>
/// <param name="Code">Such as <c>reference-2026</c>; thresholds refer to it.</param>
/// <param name="System">Name of the system.</param>
/// <param name="Revision">Exact revision, so that the values can be measured again.</param>
/// <param name="Results">What it scored under the protocol.</param>
public sealed record ReferenceSystem(string Code, string System, string Revision, IReadOnlyList<ReferenceResult> Results);

/// <summary>One result of a reference system.</summary>
/// <param name="Benchmark">As the protocol names it.</param>
/// <param name="Value">In the unit of the metric.</param>
public sealed record ReferenceResult(string Benchmark, string Metric, double Value);
