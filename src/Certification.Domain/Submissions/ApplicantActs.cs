using Certification.Domain.Accountability;
using Certification.Domain.Intake;

namespace Certification.Domain.Submissions;

/// <summary>What an applicant does to its own submission while it is the applicant's turn.</summary>
public static class ApplicantActs
{
    /// <summary>At most this many evidence items in one submission.</summary>
    public const int MaxEvidenceItems = 200;

    /// <summary>Replaces the declaration.</summary>
    public static Outcome<Submission> Redeclare(this Submission submission, Declaration declaration) =>
        SubmissionMoves.IsOpenToApplicant(submission.Status)
            ? submission with { Declaration = declaration }
            : submission.OutOfStep("change the declaration");

    /// <summary>Tells what the submission cost. It weighs nothing in the case.</summary>
    public static Outcome<Submission> TellEffort(this Submission submission, EffortDeclaration effort) =>
        SubmissionMoves.IsOpenToApplicant(submission.Status)
            ? submission with { Effort = effort }
            : submission.OutOfStep("tell its effort");

    /// <summary>Declares an evidence file that will be uploaded.</summary>
    public static Outcome<Submission> AddEvidence(this Submission submission, EvidenceItem item)
    {
        if (!SubmissionMoves.IsOpenToApplicant(submission.Status)) return submission.OutOfStep("add evidence");
        if (submission.Evidence.Any(known => known.Id == item.Id)) return submission;
        if (submission.Evidence.Count >= MaxEvidenceItems)
        {
            return new Refusal(
                RefusalKind.TooLarge, "evidence.too-many-items",
                $"A submission holds at most {MaxEvidenceItems} evidence items.",
                "Remove an item that is no longer needed, or pack several into one archive.");
        }
        return submission with { Evidence = [.. submission.Evidence, item] };
    }

    /// <summary>Takes an item out again. A sealed dossier that names it keeps it.</summary>
    public static Outcome<Submission> RemoveEvidence(this Submission submission, string evidenceId)
    {
        if (!SubmissionMoves.IsOpenToApplicant(submission.Status)) return submission.OutOfStep("remove evidence");
        return submission.Evidence.Any(item => item.Id == evidenceId)
            ? submission with { Evidence = [.. submission.Evidence.Where(item => item.Id != evidenceId)] }
            : NoSuchEvidence(submission, evidenceId);
    }

    /// <summary>Records that the stored file was read, hashed and found to be what was declared.</summary>
    public static Outcome<Submission> MarkSealed(this Submission submission, string evidenceId, DateTimeOffset at)
    {
        if (!SubmissionMoves.IsOpenToApplicant(submission.Status)) return submission.OutOfStep("seal evidence");
        if (submission.Evidence.All(item => item.Id != evidenceId)) return NoSuchEvidence(submission, evidenceId);
        return submission with
        {
            Evidence = [.. submission.Evidence.Select(item =>
                item.Id == evidenceId ? item with { SealedAt = item.SealedAt ?? at } : item)],
        };
    }

    /// <summary>Hands the submission in, for the first time or after supplying what was asked for. Where the applicant's own
    /// organisation is the only party, that accepts its duties too.</summary>
    public static Outcome<Submission> HandIn(this Submission submission, Actor by, DateTimeOffset at)
    {
        if (!SubmissionMoves.IsOpenToApplicant(submission.Status)) return submission.OutOfStep("hand it in");
        if (submission.Evidence.FirstOrDefault(item => item.SealedAt is null) is { } open)
        {
            return new Refusal(
                RefusalKind.OutOfStep, "evidence.not-sealed",
                $"Evidence {open.Id} ({open.FileName}) was declared but never uploaded and sealed.",
                $"Upload it and POST /v1/submissions/{submission.Id}/evidence/{open.Id}/seal, or remove it.");
        }
        var handedIn = submission with { Status = SubmissionStatus.InIntake, Gaps = Array.Empty<Gap>(), Deadline = null };
        return PartyActs.ByHandingIn(submission.Declaration, by, at) is { } answer ? handedIn.Answered(answer) : handedIn;
    }

    /// <summary>The refusal for an evidence id that the submission does not have.</summary>
    public static Refusal NoSuchEvidence(Submission submission, string evidenceId) => new(
        RefusalKind.NotFound, "evidence.not-found",
        $"Submission {submission.Id} has no evidence '{evidenceId}'.",
        $"GET /v1/submissions/{submission.Id} lists the evidence ids.");
}
