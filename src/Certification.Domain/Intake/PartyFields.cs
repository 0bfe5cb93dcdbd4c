using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>Checks the form of a party that somebody sent.</summary>
internal static class PartyFields
{
    private const int Short = 200;
    private const int Long = 2_000;
    private const int MostPeople = 100_000;

    public static IEnumerable<FieldError> Of(string pointer, Party party)
    {
        var isCountry = party.Country is { Length: 2 } && party.Country.All(char.IsAsciiLetterUpper);
        return
        [
            .. FieldRules.Code($"{pointer}/id", party.Id),
            .. FieldRules.Text($"{pointer}/name", party.Name, Short),
            .. FieldRules.Code($"{pointer}/role", party.Role),
            .. isCountry ? [] : new[] { new FieldError($"{pointer}/country", "field.country", "Two capital letters (ISO 3166-1 alpha-2).") },
            .. FieldRules.Text($"{pointer}/contact", party.Contact, Short),
            .. FieldRules.Count($"{pointer}/duties", party.Duties.Count, 0, 50),
            .. FieldRules.Distinct($"{pointer}/duties", party.Duties),
            .. party.Duties.SelectMany((duty, index) => FieldRules.Code($"{pointer}/duties/{index}", duty)),
            .. party.Organisation is { } organisation ? FieldRules.Text($"{pointer}/organisation", organisation, Short) : [],
            .. FieldRules.Count($"{pointer}/mandates", party.Mandates?.Count ?? 0, 0, 50),
            .. (party.Mandates ?? []).SelectMany((mandate, index) => Mandate($"{pointer}/mandates/{index}", party, mandate)),
        ];
    }

    private static IEnumerable<FieldError> Mandate(string pointer, Party party, Mandate mandate) =>
    [
        .. FieldRules.Count($"{pointer}/duties", mandate.Duties.Count, 1, 50),
        .. mandate.Duties.Except(party.Duties).Select(duty => new FieldError(
            $"{pointer}/duties", "field.duty-not-owned", $"\"{duty}\" is not among the duties of {party.Id}.")),
        .. FieldRules.Text($"{pointer}/authority", mandate.Authority, Long),
        .. mandate.Resources.People is < 1 or > MostPeople
            ? [new FieldError($"{pointer}/resources/people", "field.people", $"1 to {MostPeople} people, not {mandate.Resources.People}.")]
            : Array.Empty<FieldError>(),
        .. FieldRules.Text($"{pointer}/resources/budget", mandate.Resources.Budget, Short),
        .. FieldRules.Text($"{pointer}/resources/contactHours", mandate.Resources.ContactHours, Short),
        .. mandate.Share is { } share ? FieldRules.Text($"{pointer}/share", share, Short) : [],
        .. mandate.ConsentOf is { } other ? FieldRules.Code($"{pointer}/consentOf", other) : [],
    ];
}
