namespace Certification.Domain.Evidence;

/// <summary>The formats that a rulebook may accept.</summary>
public static class EvidenceFormats
{
    /// <summary>Codes of the formats that readers know, and <c>opaque</c> for a file that is sealed unread.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "inspect-log", "lm-eval-results", "lm-eval-samples", "helm-results", "garak-report", "moonshot-results", "unified-evaluation-record",
        "ailuminate-standard", "process-checklist", "aiverify-test-result", "croissant", "oscal-assessment-results", "oscal-poam",
        "dsse-attestation", "cyclonedx", "model-card", "human-oversight", "oversight-drills", "incident-response", "safeguards",
        "log-sufficiency", "red-team-findings", "accountability-acceptance", "opaque",
    ];
}
