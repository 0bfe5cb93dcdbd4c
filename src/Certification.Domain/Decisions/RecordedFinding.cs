using Certification.Domain.Evidence;

namespace Certification.Domain.Decisions;

/// <summary>What identifies a finding. Its words are not part of that: later software may say the same thing better.</summary>
public sealed record RecordedFinding(string Code, Severity Severity, string Clause, string? EvidenceId, string? Where)
{
    /// <summary>The finding without its words.</summary>
    public static RecordedFinding Of(Finding finding) =>
        new(finding.Code, finding.Severity, finding.Clause, finding.EvidenceId, finding.Where);

    /// <summary>A finding again, for rules that look at code and severity.</summary>
    public Finding AsFinding() => new(Code, Severity, Clause, "As recorded.", Where, EvidenceId);

    /// <summary>Such as <c>major evidence.run-cancelled in e-3 at /status</c>.</summary>
    public override string ToString() =>
        $"{Severity.ToString().ToLowerInvariant()} {Code}{(EvidenceId is null ? " in the dossier" : $" in {EvidenceId}")}{(Where is null ? "" : $" at {Where}")}";
}
