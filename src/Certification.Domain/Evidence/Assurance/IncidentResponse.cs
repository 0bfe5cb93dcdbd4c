namespace Certification.Domain.Evidence.Assurance;

/// <summary>How incidents are noticed, stopped and reported (<c>certification/incident-response</c>; EU AI Act, Art. 73).</summary>
/// <param name="Stop">Who stops the system; null when the plan does not say.</param>
public sealed record IncidentResponse(
    string? System, string? PreparedBy, DateTimeOffset? Date,
    IReadOnlyList<PlannedClock> Clocks,
    IReadOnlyList<IncidentContact> Contacts,
    StopAuthority? Stop,
    IReadOnlyList<IncidentExercise> Exercises) : AssuranceDocument(System, PreparedBy, Date);

/// <summary>By when an incident of one severity is reported to the authority.</summary>
/// <param name="Severity">Code of the rulebook's incident clock.</param>
public sealed record PlannedClock(string? Severity, double? ReportWithinHours, string Where);

/// <summary>Somebody who is called.</summary>
/// <param name="Hours">When this contact answers, such as "at all times".</param>
public sealed record IncidentContact(string? Role, string? Reach, string? Hours, string Where);

/// <summary>Who stops the system, how fast, and whether without asking.</summary>
public sealed record StopAuthority(string? Who, double? WithinMinutes, bool? WithoutConsent);

/// <summary>One exercise of the plan.</summary>
/// <param name="MinutesToStop">From noticing to standing still.</param>
/// <param name="HoursToReport">From noticing to the report, as it would have gone out.</param>
public sealed record IncidentExercise(
    DateTimeOffset? HeldOn, string? Scenario, IReadOnlyList<string> Participants, double? MinutesToStop, double? HoursToReport,
    string? Lessons, string Where);
