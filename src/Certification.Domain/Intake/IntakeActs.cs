using Certification.Domain.Certificates;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>What intake does to a submission that was handed in.</summary>
public static class IntakeActs
{
    /// <summary>Gives it back with the exact list of what is missing.</summary>
    public static Outcome<Submission> AskFor(
        this Submission submission, Classification classification, IReadOnlyList<Gap> gaps, DateTimeOffset deadline)
    {
        var moved = submission.MoveTo(SubmissionStatus.AwaitingApplicant);
        return moved.Succeeded
            ? moved.Value with { Classification = classification, Gaps = gaps, Deadline = deadline }
            : moved;
    }

    /// <summary>Accepts it: the dossier is sealed and goes to validation.</summary>
    /// <param name="inherited">What it takes over from the certificate of its base model; null for nothing.</param>
    public static Outcome<Submission> Accept(
        this Submission submission, Classification classification, RulebookReference rulebook, Sha256Digest dossier,
        InheritedEvidence? inherited = null)
    {
        var moved = submission.MoveTo(SubmissionStatus.InValidation);
        return moved.Succeeded
            ? moved.Value with
            {
                Classification = classification, Rulebook = rulebook, Gaps = [], Deadline = null, Dossiers = [.. submission.Dossiers, dossier],
                Inherited = inherited,
            }
            : moved;
    }

    /// <summary>Ends it because the applicant let the deadline pass.</summary>
    public static Outcome<Submission> Lapse(this Submission submission, DateTimeOffset at) =>
        submission.Deadline is { } deadline && at < deadline
            ? submission.OutOfStep($"lapse before {deadline:u}")
            : submission.MoveTo(SubmissionStatus.Lapsed);

    /// <summary>The dossier that would be sealed now under a rulebook: the next version, naming the one before.</summary>
    public static Dossier NextDossier(this Submission submission, RulebookReference rulebook) => new(
        submission.Id,
        submission.Dossiers.Count + 1,
        submission.Dossiers.Count == 0 ? null : submission.Dossiers[^1],
        submission.Declaration,
        submission.Evidence,
        rulebook);
}
