namespace Certification.Domain.Evidence.Assurance;

/// <summary>A party's acceptance of duties as a document (<c>certification/accountability-acceptance</c>), for the file of those
/// who want one. The case counts what the party itself says through the API; the document must agree with it.</summary>
/// <param name="Party">Id of the party in the declaration.</param>
/// <param name="Signatory">The person who signed.</param>
public sealed record DutyAcceptance(
    string? System, string? PreparedBy, DateTimeOffset? Date, string? Party, string? Signatory, IReadOnlyList<AcceptedTerms> Duties)
    : AssuranceDocument(System, PreparedBy, Date);

/// <summary>One duty in it.</summary>
/// <param name="Terms">SHA-256 of the terms, hexadecimal, as the accountability view names it.</param>
public sealed record AcceptedTerms(string? Duty, string? Terms, string Where);
