namespace Certification.Domain.Submissions;

/// <summary>What a party may do and has, so that a duty is more than a name on paper. One mandate may carry several duties.</summary>
/// <param name="Duties">Duty codes, among the party's own.</param>
/// <param name="Authority">What the party may decide or stop, such as "may withdraw the system from service".</param>
/// <param name="Share">Its part of a duty that another party owns too, such as "outside office hours"; null for the whole.</param>
/// <param name="ConsentOf">Id of the party without whose consent it may not act; null when it acts alone.</param>
public sealed record Mandate(
    IReadOnlyList<string> Duties, string Authority, DutyResources Resources, string? Share = null, string? ConsentOf = null);

/// <summary>With what a duty is done.</summary>
/// <param name="People">How many people do it, at least one.</param>
/// <param name="Budget">Such as "60,000 EUR a year".</param>
/// <param name="ContactHours">When somebody answers, such as "Monday to Friday, 8 to 18 CET" or "at all times".</param>
public sealed record DutyResources(int People, string Budget, string ContactHours);
