using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Evidence;

/// <summary>Everything that a check may look at.</summary>
/// <param name="Kind">The catalogue's entry that the item answers.</param>
/// <param name="Demand">What that entry demands in this tier.</param>
/// <param name="At">Now.</param>
internal sealed record JudgedEvidence(
    RiskTier Tier,
    Taxonomy Taxonomy,
    Declaration Declaration,
    EvidenceItem Item,
    EvidenceKind Kind,
    EvidenceDemand Demand,
    FormatReading Reading,
    DateTimeOffset At)
{
    /// <summary>The parts of the run that are of the system and of the protocol: what else one file has does not count. Where
    /// nothing is of them, everything, since other checks say so; none when the file is of no run.</summary>
    public IReadOnlyList<RunPart> Parts { get; } = Reading.Run is { } run ? PartsOf(run, Declaration.System, Demand.Protocol) : [];

    /// <summary>How soon incidents are reported by the rulebook.</summary>
    public IReadOnlyList<IncidentClock> IncidentClocks { get; init; } = [];

    /// <summary>A finding that bars certification until resolved.</summary>
    public Finding Major(string code, string message, string? where = null) => Finding(code, Severity.Major, message, where);

    /// <summary>A finding that needs a corrective action.</summary>
    public Finding Minor(string code, string message, string? where = null) => Finding(code, Severity.Minor, message, where);

    /// <summary>Something to know that needs no action.</summary>
    public Finding Observation(string code, string message, string? where = null) => Finding(code, Severity.Observation, message, where);

    private static IReadOnlyList<RunPart> PartsOf(EvaluationRun run, SystemDeclaration system, EvaluationProtocol? protocol)
    {
        if (run.Parts.Count == 0)
            return [new RunPart(null, run.Task, run.Counts, run.Scores)];
        var own = run.Parts.Where(part => part.Model is null || SubjectName.Means(part.Model, system)).ToList();
        if (own.Count == 0)
            own = [.. run.Parts];
        var wanted = own.Where(part => protocol?.FindBenchmark(part.Benchmark) is not null).ToList();
        return wanted.Count > 0 ? wanted : own;
    }

    private Finding Finding(string code, Severity severity, string message, string? where) =>
        new(code, severity, Kind.Clause, message, where, Item.Id);
}
