namespace Certification.Domain.Submissions;

/// <summary>Somebody who answers for something (EU AI Act, Art. 3(3)-(7) names the roles).</summary>
/// <param name="Id">Short id within the declaration, such as <c>acme</c>; duties and signatures refer to it.</param>
/// <param name="Role"><c>provider</c>, <c>deployer</c>, <c>importer</c>, <c>distributor</c> or <c>authorised-representative</c>.</param>
/// <param name="Country">ISO 3166-1 alpha-2, or a user-assigned code such as <c>XA</c>.</param>
/// <param name="Contact">Where complaints and orders reach this party.</param>
/// <param name="Duties">Duty codes of the rulebook that this party owns.</param>
/// <param name="AcceptedOn">In a certificate: when the party accepted these duties. In a declaration it counts for nothing,
/// since a party accepts by itself and nobody declares it (<see cref="Accountability.PartyAnswer"/>).</param>
/// <param name="Organisation">The organisation for which its people's tokens speak; null when it is the name.</param>
/// <param name="Mandates">What it may do and has for its duties; null when it states nothing.</param>
public sealed record Party(
    string Id,
    string Name,
    string Role,
    string Country,
    string Contact,
    IReadOnlyList<string> Duties,
    DateOnly? AcceptedOn = null,
    string? Organisation = null,
    IReadOnlyList<Mandate>? Mandates = null)
{
    /// <summary>The mandate under which it owns a duty; null when it states none.</summary>
    public Mandate? MandateFor(string duty) => Mandates?.FirstOrDefault(mandate => mandate.Duties.Contains(duty));

    /// <summary>True when this person's token speaks for the party.</summary>
    public bool IsActedForBy(Actor person) =>
        string.Equals(person.Organisation, Organisation ?? Name, StringComparison.OrdinalIgnoreCase);
}
