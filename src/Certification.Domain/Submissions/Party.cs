namespace Certification.Domain.Submissions;

/// <summary>Somebody who answers for something (EU AI Act, Art. 3(3)-(7) names the roles).</summary>
/// <param name="Id">Short id within the declaration, such as <c>acme</c>; duties and signatures refer to it.</param>
/// <param name="Role"><c>provider</c>, <c>deployer</c>, <c>importer</c>, <c>distributor</c> or <c>authorised-representative</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or a user-assigned code such as <c>XA</c>.</param>
/// <param name="Contact">Where complaints and orders reach this party.</param>
/// <param name="Duties">Duty codes of the rulebook that this party owns.</param>
/// <param name="AcceptedOn">When the party accepted these duties; null while it has not.</param>
public sealed record Party(
    string Id,
    string Name,
    string Role,
    string Country,
    string Contact,
    IReadOnlyList<string> Duties,
    DateOnly? AcceptedOn);
