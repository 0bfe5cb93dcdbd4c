namespace Certification.Domain;

/// <summary>Who does something: as the token says, never as the request body says.</summary>
/// <param name="Issuer">The token's <c>iss</c>. Together with <paramref name="Subject"/> it is the person.</param>
/// <param name="Subject">The token's <c>sub</c>.</param>
/// <param name="Organisation">The organisation the person acts for.</param>
/// <param name="Role">The role used: <c>applicant</c>, <c>assessor</c>, <c>decider</c>, <c>officer</c>, <c>regulator</c>,
/// <c>auditor</c>, or <c>system</c> for the authority's own workflows.</param>
public sealed record Actor(string Issuer, string Subject, string Organisation, string Role)
{
    /// <summary>The authority acting by itself, such as a timer that fired.</summary>
    public static Actor OfAuthority(string code) => new($"urn:certification:authority:{code}", "workflow", code, "system");

    /// <summary>True when both are one person, whatever role they act in.</summary>
    public bool IsSamePersonAs(Actor other) =>
        string.Equals(Issuer, other.Issuer, StringComparison.Ordinal)
        && string.Equals(Subject, other.Subject, StringComparison.Ordinal);

    /// <summary>True when both act for one organisation.</summary>
    public bool IsOfSameOrganisationAs(Actor other) =>
        string.Equals(Organisation, other.Organisation, StringComparison.OrdinalIgnoreCase);
}
