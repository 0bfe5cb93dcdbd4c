using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;

namespace Certification.Cli.Http;

/// <summary>A certificate as <c>GET /v1/certificates/{number}</c> shows it to anybody.</summary>
/// <param name="Status"><c>valid</c>, <c>restricted</c>, <c>suspended</c>, <c>withdrawn</c> or <c>expired</c>.</param>
/// <param name="Reason">Why it has this status; null while it was never changed.</param>
/// <param name="Since">Since when.</param>
/// <param name="History">Every status that it had, the present one last; null where an issuer does not tell.</param>
public sealed record CertificateView(
    string Number, string Status, string? Reason, DateTimeOffset? Since, string Holder, string System, string Tier,
    ValidityView Validity, StatusPointer StatusList, IReadOnlyList<RecognitionLine> Recognitions, IReadOnlyList<StepView>? History = null);

/// <summary>One step of a certificate's life.</summary>
/// <param name="LogEntry">Where its signed record stands in the issuer's log, such as <c>xa.example/log 12</c>, as the proof beside the
/// record says; null where there is none.</param>
public sealed record StepView(
    CertificateStatus Status, DateTimeOffset Since, string? Reason = null, CertificateNumber? Successor = null, string? LogEntry = null);

/// <summary>From when to when.</summary>
public sealed record ValidityView(DateTimeOffset NotBefore, DateTimeOffset NotAfter);

/// <summary>The entry of a status list.</summary>
public sealed record StatusPointer(Uri Uri, int Index);

/// <summary>What another authority answered.</summary>
public sealed record RecognitionLine(string Authority, string Verdict);

/// <summary>A recognition as <c>GET /v1/recognitions/{number}</c> shows it.</summary>
/// <param name="Verdict"><c>recognised</c>, <c>conditional</c>, <c>undetermined</c> or <c>refused</c>.</param>
public sealed record RecognitionView(
    string Number, string Issuer, string Verdict, IReadOnlyList<RecognitionReason> Reasons, DateTimeOffset AsOf);

/// <summary>One reason of a verdict.</summary>
public sealed record RecognitionReason(string Code, string Message, string? NextStep = null);

/// <summary>What a pre-check answers: the tier and lane that the declaration leads to, what they demand, and what is missing.</summary>
/// <param name="EffortHours">Typical hours to close all gaps.</param>
/// <param name="Rulebook">The text that it was judged by.</param>
public sealed record PrecheckView(
    RiskTier Tier, IReadOnlyList<FiredRule> Fired, IReadOnlyList<TierChange> Changes, IReadOnlyList<Gap> Gaps, ReviewLane Lane,
    string LaneClause, int Assessors, IReadOnlyList<RequiredKind> Required, int EffortHours, RulebookReference Rulebook);

/// <summary>A kind of evidence that the tier demands.</summary>
/// <param name="IsThere">Whether a file answers it.</param>
public sealed record RequiredKind(
    string Kind, string Title, IReadOnlyList<string> Formats, string Independence, int MaxAgeDays, int EffortHours, bool IsThere,
    string? CoveredBy = null);

/// <summary>An entry of a case's timeline.</summary>
public sealed record TimelineEntry(DateTimeOffset At, TimelineActor Who, string Code, string Text);

/// <summary>Who acted.</summary>
public sealed record TimelineActor(string Subject, string Organisation, string Role);
