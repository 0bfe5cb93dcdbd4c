using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Workflows;

/// <summary>What an activity without a result of its own answers.</summary>
/// <param name="Happened">False when there was nothing to do any more, or the other side could not be reached.</param>
public sealed record Done(bool Happened);

/// <summary>What intake found.</summary>
/// <param name="Deadline">By when the applicant must act; meaningful while incomplete.</param>
/// <param name="DossierDigest">Of the sealed dossier; null while incomplete.</param>
/// <param name="EvidenceIds">Items of the sealed dossier, to be validated one by one.</param>
public sealed record IntakeResult(
    bool IsComplete, DateTimeOffset Deadline, string? DossierDigest, IReadOnlyList<string> EvidenceIds, bool HasLapsed = false);

/// <summary>One item of a sealed dossier.</summary>
public sealed record EvidenceItemInput(string SubmissionId, string DossierDigest, string EvidenceId);

/// <summary>Where the report on an item is stored: reports can be larger than a history should carry.</summary>
public sealed record EvidenceItemResult(string ReportDigest);

/// <summary>All reports on a dossier.</summary>
public sealed record ValidationInput(string SubmissionId, string DossierDigest, IReadOnlyList<string> ReportDigests);

/// <summary>What comes after validation.</summary>
/// <param name="Lane">An assessed case is in review now; a declared one waits for what the rulebook says of it. A case that was
/// validated before there were lanes is an assessed one.</param>
public sealed record ValidationResult(bool Happened, ReviewLane Lane = ReviewLane.Assessed);

/// <summary>What the rulebook said of a declared case.</summary>
/// <param name="Next">The step that the case is at now: being issued, back with the applicant, or in review after all.</param>
public sealed record DeclarationResult(SubmissionStatus Next);

/// <summary>Where a review stands, and the rulebook's patience for its tier.</summary>
public sealed record ReviewRead(bool IsComplete, TimeSpan RemindAfter, TimeSpan EscalateAfter);

/// <summary>Where the decision stands.</summary>
public sealed record DecisionResultRead(bool IsTaken, bool InFavour, DateTimeOffset RemindAt);

/// <summary>A number and a place in a status list, both for ever this case's.</summary>
/// <param name="StatusIndex">Position in the list, from 0.</param>
public sealed record ReservedNumber(string SubmissionId, string Number, string StatusListUri, int StatusIndex);

/// <summary>A completed draft, stored by its digest, with what the lints have against it.</summary>
/// <param name="AwaitsParties">True while nobody answers for a duty: there is no draft until somebody does.</param>
public sealed record DraftResult(string DraftDigest, IReadOnlyList<string> LintFailures, bool AwaitsParties = false);

/// <summary>The one draft that a number is signed from.</summary>
/// <param name="IsOvertaken">True when a party answered after the draft was written: it is signed by nobody.</param>
public sealed record DraftInput(string Number, string DraftDigest, bool IsOvertaken = false);

/// <summary>A certificate that is issued without a time-stamp.</summary>
/// <param name="Why">What the last attempt said.</param>
public sealed record NoTimeStamp(string Number, string Why);

/// <summary>Authorities of the trust list that are asked for recognition.</summary>
public sealed record Peers(IReadOnlyList<string> Authorities);

/// <summary>A certificate to be judged.</summary>
/// <param name="IssuerUnreachable">True to judge by what is at hand, because the issuer does not answer.</param>
public sealed record JudgeInput(string Number, string Issuer, bool IssuerUnreachable = false);

/// <summary>A judgement of another authority's certificate.</summary>
/// <param name="IsFinal">True when nothing can change it any more (withdrawn, superseded or expired).</param>
public sealed record Judged(string Verdict, bool IsFinal);

/// <summary>Duties for which nobody answers, and by when somebody must.</summary>
public sealed record OrphanedDuties(IReadOnlyList<string> Duties, DateTimeOffset Deadline);

/// <summary>A watched certificate as it stands.</summary>
public sealed record WatchedCertificate(string Status, bool HasEnded, DateTimeOffset RenewalDue, DateTimeOffset ExpiresAt);

/// <summary>A status that others are told of.</summary>
public sealed record TellPeersInput(string Number, string Status);

/// <summary>A certificate whose renewal is due.</summary>
/// <param name="Because"><c>timer</c> or <c>sweep</c>: the second says that the first was lost.</param>
public sealed record RenewalInput(string Number, string Because);

/// <summary>Which days to look at.</summary>
public sealed record DueInput(DateOnly? After, DateOnly Through);

/// <summary>Numbers of certificates whose renewal is due.</summary>
public sealed record DueCertificates(IReadOnlyList<string> Numbers);
