namespace Certification.Domain.Evidence.Assurance;

/// <summary>How people oversee a system (<c>certification/human-oversight</c>; EU AI Act, Art. 14).</summary>
/// <param name="Training">Who was trained.</param>
/// <param name="Escalation">Whom an operator turns to, by rising level.</param>
/// <param name="Limits">What the system may not do without a person.</param>
/// <param name="Uncertainty">How an operator sees that the system is unsure.</param>
/// <param name="Intervention">Who may intervene.</param>
public sealed record OversightDesign(
    string? System, string? PreparedBy, DateTimeOffset? Date,
    IReadOnlyList<OperatorTraining> Training,
    IReadOnlyList<EscalationLevel> Escalation,
    IReadOnlyList<AutonomyLimit> Limits,
    IReadOnlyList<UncertaintySignal> Uncertainty,
    IReadOnlyList<InterventionRight> Intervention) : AssuranceDocument(System, PreparedBy, Date);

/// <summary>One person's training.</summary>
/// <param name="Hours">How long it took.</param>
/// <param name="Content">What was taught, one entry each.</param>
/// <param name="RefreshDays">It is to be repeated after so many days.</param>
public sealed record OperatorTraining(
    string? Person, DateTimeOffset? HeldOn, double? Hours, IReadOnlyList<string> Content, long? RefreshDays, string Where);

/// <summary>One level of escalation.</summary>
/// <param name="When">What makes an operator turn to it.</param>
/// <param name="WithinMinutes">By when somebody answers there.</param>
public sealed record EscalationLevel(string? When, string? Who, string? Contact, double? WithinMinutes, string Where);

/// <summary>One limit on what the system does by itself.</summary>
/// <param name="Without">What it may not do without a person.</param>
/// <param name="Cap">The bound, such as "50 applications a run".</param>
/// <param name="EnforcedBy">What holds it to the bound.</param>
public sealed record AutonomyLimit(string? Without, string? Cap, string? EnforcedBy, string Where);

/// <summary>One way in which doubt is shown.</summary>
/// <param name="Signal">What the system is unsure of.</param>
/// <param name="ShownAs">What the operator sees.</param>
public sealed record UncertaintySignal(string? Signal, string? ShownAs, string Where);

/// <summary>Somebody who may intervene.</summary>
/// <param name="May"><c>stop</c>, <c>override</c> or <c>pause</c>.</param>
/// <param name="WithoutConsent">Whether that person acts without asking anybody.</param>
public sealed record InterventionRight(string? Who, string? May, bool? WithoutConsent, string Where);
