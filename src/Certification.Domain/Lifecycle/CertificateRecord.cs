using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Lifecycle;

/// <summary>The life of one certificate number, from its reservation to its end: the state that its issuer keeps. What the
/// certificate says is in the signed document; what became of it is here.</summary>
/// <param name="DraftDigest">The one draft that may be signed under this number; null until it is redeemed.</param>
/// <param name="CertificateDigest">Digest of the canonical signed body; null until signed.</param>
/// <param name="Status">Null until the status entry stands; nobody may see the certificate before.</param>
/// <param name="Reason">Why it has this status, in one sentence.</param>
/// <param name="Since">Since when.</param>
/// <param name="RenewalSubmission">The submission that renews it; null until opened.</param>
/// <param name="Successor">The certificate that replaced it.</param>
/// <param name="Tasks">What officers have or had to see to; null for nothing ever.</param>
/// <param name="History">Every status that it had, the present one last; null until it is in force.</param>
public sealed record CertificateRecord(
    CertificateNumber Number,
    string SubmissionId,
    StatusPointer Pointer,
    Sha256Digest? DraftDigest = null,
    Sha256Digest? CertificateDigest = null,
    CertificateFacts? Facts = null,
    CertificateStatus? Status = null,
    string? Reason = null,
    DateTimeOffset? Since = null,
    string? RenewalSubmission = null,
    CertificateNumber? Successor = null,
    IReadOnlyList<OfficerTask>? Tasks = null,
    IReadOnlyList<StatusStep>? History = null)
{
    /// <summary>True once nothing can change the status any more.</summary>
    public bool HasEnded => Status is CertificateStatus.Withdrawn or CertificateStatus.Expired or CertificateStatus.Superseded;

    /// <summary>Redeems a linted draft: the first one wins and stays, so that one number is never signed twice with
    /// different words.</summary>
    public CertificateRecord RedeemDraft(Sha256Digest draft) => DraftDigest is null ? this with { DraftDigest = draft } : this;

    /// <summary>Records what was signed.</summary>
    public CertificateRecord MarkSigned(Sha256Digest certificate, CertificateFacts facts) =>
        this with { CertificateDigest = certificate, Facts = facts };

    /// <summary>Puts the certificate in force; a second time changes nothing.</summary>
    public CertificateRecord EnterForce(DateTimeOffset at) => Status is not null
        ? this
        : Step(new(CertificateStatus.Valid, at, StatusReasons.Issued), "Issued.");

    /// <summary>Puts a task before the officers; one that stands there already stays as it is.</summary>
    public CertificateRecord WithTask(OfficerTask task) => Tasks?.Any(known => known.Id == task.Id) is true
        ? this
        : this with { Tasks = [.. Tasks ?? [], task] };

    /// <summary>Closes a task with what the officer found.</summary>
    public Outcome<CertificateRecord> CloseTask(string taskId, string outcome, DateTimeOffset at) =>
        Tasks?.Any(task => task.Id == taskId && task.IsOpen) is true
            ? this with { Tasks = [.. Tasks.Select(task => task.Id == taskId ? task with { Outcome = outcome, ClosedAt = at } : task)] }
            : new Refusal(
                RefusalKind.NotFound, "task.not-open", $"Certificate {Number} has no open task '{taskId}'.", "GET /v1/tasks lists the open ones.");

    /// <summary>Moves the status, if the table of moves allows it.</summary>
    /// <param name="reason">Why, in one sentence, for the directory.</param>
    /// <param name="code">Why, as one of <see cref="StatusReasons"/> for this move; null for the unspecific one.</param>
    /// <param name="successor">The certificate that takes its place; null for none.</param>
    public Outcome<CertificateRecord> Move(
        StatusMove move, string reason, DateTimeOffset at, string? code = null, CertificateNumber? successor = null)
    {
        if (Status is not { } from) return NotInForceYet();
        if (StatusMoves.Next(from, move) is not { } next) return StatusMoves.Refuse(Number, from, move);
        var codes = StatusReasons.Of(move);
        return code is null || codes.Contains(code)
            ? Step(new(next, at, code ?? codes[0], successor), reason) with { Successor = successor ?? Successor }
            : StatusReasons.Refuse(move, code);
    }

    private CertificateRecord Step(StatusStep step, string reason) =>
        this with { Status = step.Status, Reason = reason, Since = step.Since, History = [.. History ?? [], step] };

    private Refusal NotInForceYet() => new(
        RefusalKind.NotFound, "certificate.not-found", $"There is no certificate {Number}.",
        "GET /v1/certificates lists the certificates of this authority.");
}

/// <summary>What directories show of a certificate without opening the document.</summary>
/// <param name="RenewalDue">When re-certification begins by itself: the rulebook's lead time before <paramref name="NotAfter"/>.</param>
/// <param name="Lane">By which way it came to be issued.</param>
/// <param name="Upstream">Number of the certificate that it takes evidence over from; null for none.</param>
public sealed record CertificateFacts(
    string Holder,
    string SystemName,
    string SystemVersion,
    RiskTier Tier,
    string Sector,
    DateTimeOffset NotBefore,
    DateTimeOffset NotAfter,
    DateTimeOffset RenewalDue,
    ReviewLane Lane = ReviewLane.Assessed,
    string? Upstream = null);
