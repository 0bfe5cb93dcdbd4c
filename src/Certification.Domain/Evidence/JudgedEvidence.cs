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
    /// <summary>A finding that bars certification until resolved.</summary>
    public Finding Major(string code, string message, string? where = null) => Finding(code, Severity.Major, message, where);

    /// <summary>A finding that needs a corrective action.</summary>
    public Finding Minor(string code, string message, string? where = null) => Finding(code, Severity.Minor, message, where);

    /// <summary>Something to know that needs no action.</summary>
    public Finding Observation(string code, string message, string? where = null) => Finding(code, Severity.Observation, message, where);

    private Finding Finding(string code, Severity severity, string message, string? where) =>
        new(code, severity, Kind.Clause, message, where, Item.Id);
}
