using Certification.Domain.Intake;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Domain.Rulebooks;

/// <summary>An entry of the evidence catalogue.</summary>
/// <param name="Code">Such as <c>capability-evaluation</c>.</param>
/// <param name="Formats">Accepted formats: <c>inspect-log</c>, <c>cyclonedx</c>, <c>model-card</c>; or <c>opaque</c>, for a file
/// that is sealed by its digest and read by people only.</param>
/// <param name="SizeLimit">Bytes; a larger file is refused before it is stored.</param>
/// <param name="EffortHours">What it typically costs a small company to produce; orders the gap list.</param>
/// <param name="HowToMeet">The applicant's next step when it is missing, in one sentence.</param>
/// <param name="Demands">What is demanded, by rising tier; the kind is required from the tier of the first.</param>
/// <param name="When">Required only where this holds over the declaration, such as in one sector; null for everywhere.</param>
/// <param name="Origin">Clause prefix of the document that the kind comes from; set when it is read, not written.</param>
/// <param name="Inheritable">Whether the certificate of the base model may cover it.</param>
public sealed record EvidenceKind(
    string Code,
    string Title,
    IReadOnlyList<string> Formats,
    long SizeLimit,
    int EffortHours,
    string HowToMeet,
    IReadOnlyList<EvidenceDemand> Demands,
    LogicExpression? When = null,
    string? Origin = null,
    bool Inheritable = false)
{
    /// <summary>The clause to cite.</summary>
    public string Clause => $"{Origin} §evidence.{Code}";

    /// <summary>True when no machine reads files of this kind.</summary>
    public bool IsOpaque => Formats is ["opaque"];

    /// <summary>What is demanded in this tier; null when the kind is not required there.</summary>
    public EvidenceDemand? DemandFor(RiskTier tier) => Demands.LastOrDefault(demand => tier >= demand.From);
}

/// <summary>What one kind of evidence has to show from a tier on, until a later demand of the same kind takes over.</summary>
/// <param name="Independence">The least independence of who performed it: <c>first-party</c>, <c>second-party</c>, <c>third-party</c>.</param>
/// <param name="MaxAgeDays">Counted from when it was performed.</param>
/// <param name="Protocol">How an evaluation is run; null for evidence that measures nothing.</param>
/// <param name="Practice">What drills, exercises, safeguards or logs have to show; null for other evidence.</param>
public sealed record EvidenceDemand(
    RiskTier From, Independence Independence, int MaxAgeDays, EvaluationProtocol? Protocol = null, PracticePlan? Practice = null);
