namespace Certification.Workflows;

/// <summary>Starts a case.</summary>
public sealed record CaseInput(string SubmissionId);

/// <summary>How a case ended: <c>certified</c>, <c>refused</c> or <c>lapsed</c>.</summary>
/// <param name="CertificateNumber">When certified.</param>
public sealed record CaseResult(string Ended, string? CertificateNumber = null);

/// <summary>Starts a review round.</summary>
public sealed record ReviewInput(string SubmissionId, int Round);

/// <summary>How a review round ended.</summary>
/// <param name="WantsMoreEvidence">True when an assessor asked the applicant for more.</param>
public sealed record ReviewResult(bool WantsMoreEvidence);

/// <summary>Asks an authority to recognise a certificate.</summary>
/// <param name="Authority">Code of the authority that is asked.</param>
public sealed record SeekRecognitionInput(string SubmissionId, string Number, string Authority);

/// <summary>What the other authority answered: one of the four verdicts, or <c>no-answer</c>.</summary>
public sealed record SeekRecognitionResult(string Authority, string Answer);

/// <summary>Starts recognising a certificate of another authority.</summary>
/// <param name="Issuer">Code of the issuing authority.</param>
public sealed record RecogniseInput(string Number, string Issuer);

/// <summary>The last verdict when recognition ended.</summary>
public sealed record RecogniseResult(string Verdict);

/// <summary>Starts watching a certificate.</summary>
/// <param name="RenewalOpened">True once its renewal has been opened.</param>
/// <param name="ToldStatus">The status that other authorities know; a certificate begins valid.</param>
public sealed record WatchInput(string Number, bool RenewalOpened = false, string? ToldStatus = "valid");

/// <summary>The final status of a watched certificate.</summary>
public sealed record WatchResult(string Status);

/// <summary>A party of a certified system left.</summary>
public sealed record RestoreInput(string SubmissionId);

/// <summary>How it ended: <c>answered</c> or <c>restricted</c>.</summary>
public sealed record RestoreResult(string Ended);

/// <summary>Starts the sweep.</summary>
/// <param name="SweptThrough">Last day (UTC) whose due certificates have been looked at; null at the first start.</param>
/// <param name="DeletesUploads">False on a day that began before the sweep deleted uploads: its recorded steps stay as they are. The
/// sweep never ends, so that no version could tell.</param>
public sealed record SweepInput(DateOnly? SweptThrough = null, bool DeletesUploads = false);

/// <summary>Never reached in practice: the sweep runs for ever.</summary>
public sealed record SweepResult;

/// <summary>The applicant handed in again.</summary>
public sealed record HandedIn(string By);

/// <summary>Something happened in a review.</summary>
/// <param name="Act"><c>assigned</c> or <c>concluded</c>.</param>
public sealed record ReviewActed(string Act, string By);

/// <summary>A decision was recorded in the submission.</summary>
public sealed record Decided(string Result);

/// <summary>An accountable party accepted, declined or left, or a successor was named.</summary>
public sealed record PartyAnswered(string Party);

/// <summary>A recognition statement was recorded.</summary>
public sealed record StatementArrived(string Authority, string Verdict);

/// <summary>A certificate's status changed.</summary>
public sealed record StatusChanged(string Status);
