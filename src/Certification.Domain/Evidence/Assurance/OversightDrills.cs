namespace Certification.Domain.Evidence.Assurance;

/// <summary>What drills of human oversight measured (<c>certification/oversight-drills</c>): raw counts, from which every rate
/// follows.</summary>
public sealed record OversightDrills(
    string? System, string? PreparedBy, DateTimeOffset? Date, IReadOnlyList<OversightDrill> Drills)
    : AssuranceDocument(System, PreparedBy, Date);

/// <summary>One drill.</summary>
/// <param name="Participants">Operators who took part.</param>
/// <param name="Decisions">Outputs that operators saw and could have overridden.</param>
/// <param name="Overridden">How many of them they changed or rejected.</param>
/// <param name="Seeded">Errors that were planted among the outputs.</param>
/// <param name="Caught">How many of the planted errors operators noticed in time.</param>
/// <param name="SecondsToStop">Each measured time from the order to the system's standing still, in seconds.</param>
/// <param name="OperatorHours">Hours of work of all operators together.</param>
/// <param name="CatchRate">As the document states it, 0 to 1.</param>
/// <param name="OverrideRate">As the document states it, 0 to 1.</param>
/// <param name="Outcome">What was learned, in a sentence.</param>
public sealed record OversightDrill(
    DateTimeOffset? HeldOn,
    IReadOnlyList<string> Participants,
    long? Decisions,
    long? Overridden,
    long? Seeded,
    long? Caught,
    IReadOnlyList<double> SecondsToStop,
    double? OperatorHours,
    double? CatchRate,
    double? OverrideRate,
    string? Outcome,
    string Where);
