using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>Checks the form of a declaration that somebody sent, whatever the rulebook. A value that passes can be stored,
/// shown and printed; whether its codes are known and its duties owned is a matter of gaps.</summary>
public static class DeclarationValidation
{
    private const int Short = 200;
    private const int Long = 2_000;

    /// <summary>Every field at fault; empty when the form is right.</summary>
    public static IReadOnlyList<FieldError> Validate(Declaration declaration) =>
    [
        .. System(declaration.System),
        .. FieldRules.Count("/capabilities", declaration.Capabilities.Count, 1, 50),
        .. FieldRules.Distinct("/capabilities", declaration.Capabilities),
        .. Each("/capabilities", declaration.Capabilities, FieldRules.Code),
        .. Context(declaration.Context),
        .. FieldRules.Count("/parties", declaration.Parties.Count, 1, 50),
        .. FieldRules.Distinct("/parties", [.. declaration.Parties.Select(party => party.Id)]),
        .. Each("/parties", declaration.Parties, PartyFields.Of),
        .. FieldRules.Count("/envelope/permitted", declaration.Envelope?.Permitted.Count ?? 1, 1, 50),
        .. Each("/envelope/permitted", declaration.Envelope?.Permitted ?? [], LongText),
        .. declaration.Renews is { } number ? FieldRules.Text("/renews", number, 32) : [],
        .. declaration.Statement is { } statement ? Statement(statement) : [],
        .. (declaration.Visibilities ?? new Dictionary<string, Visibility>()).Keys.Except(DeclaredFields.All).Select(field => new FieldError(
            $"/visibilities/{field}", "field.unknown", $"A visibility is chosen for {string.Join(", ", DeclaredFields.All)}; everything else is public.")),
    ];

    /// <summary>Every field at fault of one party; empty when the form is right.</summary>
    public static IReadOnlyList<FieldError> Validate(Party party) => [.. PartyFields.Of("", party)];

    private static IEnumerable<FieldError> System(SystemDeclaration system) =>
    [
        .. ShortText("/system/name", system.Name),
        .. ShortText("/system/version", system.Version),
        .. LongText("/system/purpose", system.Purpose),
        .. FieldRules.Count("/system/artifacts", system.Artifacts.Count, 0, 1_000),
        .. FieldRules.Distinct("/system/artifacts", [.. system.Artifacts.Select(artifact => artifact.Name)]),
        .. Each("/system/artifacts", system.Artifacts, (pointer, artifact) => ShortText($"{pointer}/name", artifact.Name)),
        .. system.BaseModel is { } model ? ShortText("/system/baseModel/name", model.Name) : [],
        .. system.BaseModel?.Version is { } version ? ShortText("/system/baseModel/version", version) : [],
        .. FieldRules.Count("/system/datasets", system.Datasets.Count, 0, 200),
        .. FieldRules.Distinct("/system/datasets", system.Datasets),
        .. Each("/system/datasets", system.Datasets, ShortText),
        .. FieldRules.Count("/system/knownLimitations", system.KnownLimitations.Count, 0, 50),
        .. Each("/system/knownLimitations", system.KnownLimitations, LongText),
    ];

    private static IEnumerable<FieldError> Context(ContextOfUse context) =>
    [
        .. FieldRules.Code("/context/sector", context.Sector),
        .. LongText("/context/use", context.Use),
        .. FieldRules.Code("/context/role", context.Role),
        .. FieldRules.Count("/context/affected", context.Affected.Count, 1, 20),
        .. FieldRules.Distinct("/context/affected", context.Affected),
        .. Each("/context/affected", context.Affected, FieldRules.Code),
        .. FieldRules.Code("/context/scale", context.Scale),
        .. FieldRules.Code("/context/reversibility", context.Reversibility),
        .. FieldRules.Code("/context/access", context.Access),
        .. FieldRules.Code("/context/incentive", context.Incentive),
        .. FieldRules.Code("/context/environment", context.Environment),
    ];

    private static IEnumerable<FieldError> Statement(ApplicantStatement statement) =>
    [
        .. LongText("/statement/text", statement.Text),
        .. FieldRules.Code("/statement/party", statement.Party),
        .. ShortText("/statement/signatory", statement.Signatory),
    ];

    private static IEnumerable<FieldError> ShortText(string pointer, string value) => FieldRules.Text(pointer, value, Short);

    private static IEnumerable<FieldError> LongText(string pointer, string value) => FieldRules.Text(pointer, value, Long);

    private static IEnumerable<FieldError> Each<T>(
        string pointer, IReadOnlyList<T> values, Func<string, T, IEnumerable<FieldError>> check) =>
        values.SelectMany((value, index) => check($"{pointer}/{index}", value));
}
