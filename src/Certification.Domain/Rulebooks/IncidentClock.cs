namespace Certification.Domain.Rulebooks;

/// <summary>How soon an incident of one severity is reported to the authority (EU AI Act, Art. 73).</summary>
/// <param name="Code">Severity, such as <c>death</c>.</param>
/// <param name="Title">What counts as such an incident.</param>
/// <param name="ReportWithinHours">From becoming aware of it.</param>
public sealed record IncidentClock(string Code, string Title, int ReportWithinHours);
