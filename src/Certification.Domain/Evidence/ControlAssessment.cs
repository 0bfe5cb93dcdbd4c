namespace Certification.Domain.Evidence;

/// <summary>An assessment of controls, or the plan to mend what it found.</summary>
/// <param name="NotSatisfied">Objectives that were found not satisfied.</param>
/// <param name="OpenRisks">Risks that are not closed.</param>
/// <param name="PlanElsewhere">The plan that was assessed, where it is a file that is not at hand; null otherwise.</param>
/// <param name="ObservationsExpireOn">Latest expiry among its observations; null when none expires.</param>
public sealed record ControlAssessment(
    IReadOnlyList<string> NotSatisfied, IReadOnlyList<OpenRisk> OpenRisks, DateTimeOffset? ObservationsExpireOn,
    string? PlanElsewhere = null);

/// <summary>A risk that somebody still has to deal with.</summary>
/// <param name="Status">As the file writes it, such as <c>open</c> or <c>deviation-approved</c>.</param>
/// <param name="Deadline">By when it was to be dealt with; null when none was set.</param>
/// <param name="Where">JSON pointer.</param>
/// <param name="HasRemediation">Whether the file says what is done about it.</param>
public sealed record OpenRisk(string Title, string? Status, DateTimeOffset? Deadline, string Where, bool HasRemediation = true);
