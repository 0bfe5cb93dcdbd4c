namespace Certification.Domain.Submissions;

/// <summary>Where a submission stands.</summary>
public enum SubmissionStatus
{
    /// <summary>The applicant is still filling it in.</summary>
    Draft,

    /// <summary>Handed in; intake checks it.</summary>
    InIntake,

    /// <summary>Something is missing or an assessor wants more; the applicant acts, by the deadline.</summary>
    AwaitingApplicant,

    /// <summary>The sealed dossier's evidence is being validated.</summary>
    InValidation,

    /// <summary>Assessors review.</summary>
    InReview,

    /// <summary>The review is done; a decider acts.</summary>
    AwaitingDecision,

    /// <summary>Decided in favour; the certificate is being issued.</summary>
    InIssuance,

    /// <summary>The certificate is published.</summary>
    Certified,

    /// <summary>Decided against; entered into the refusal register.</summary>
    Refused,

    /// <summary>The applicant let a deadline pass.</summary>
    Lapsed,
}

/// <summary>The allowed moves, in one table. Whatever is not here is out of step.</summary>
public static class SubmissionMoves
{
    private static readonly HashSet<(SubmissionStatus From, SubmissionStatus To)> Allowed =
    [
        (SubmissionStatus.Draft, SubmissionStatus.InIntake),
        (SubmissionStatus.InIntake, SubmissionStatus.AwaitingApplicant),
        (SubmissionStatus.InIntake, SubmissionStatus.InValidation),
        (SubmissionStatus.AwaitingApplicant, SubmissionStatus.InIntake),
        (SubmissionStatus.AwaitingApplicant, SubmissionStatus.Lapsed),
        (SubmissionStatus.InValidation, SubmissionStatus.InReview),
        // In the lane of self-declaration, where nobody reviews: back with what bars it, or on to the decision, which the rulebook takes.
        (SubmissionStatus.InValidation, SubmissionStatus.AwaitingApplicant),
        (SubmissionStatus.InValidation, SubmissionStatus.AwaitingDecision),
        (SubmissionStatus.InReview, SubmissionStatus.AwaitingApplicant),
        (SubmissionStatus.InReview, SubmissionStatus.AwaitingDecision),
        (SubmissionStatus.AwaitingDecision, SubmissionStatus.InIssuance),
        (SubmissionStatus.AwaitingDecision, SubmissionStatus.Refused),
        (SubmissionStatus.InIssuance, SubmissionStatus.Certified),
    ];

    /// <summary>True when the table has the move.</summary>
    public static bool IsAllowed(SubmissionStatus from, SubmissionStatus to) => Allowed.Contains((from, to));

    /// <summary>True while the applicant may change the declaration and add evidence.</summary>
    public static bool IsOpenToApplicant(SubmissionStatus status) =>
        status is SubmissionStatus.Draft or SubmissionStatus.AwaitingApplicant;

    /// <summary>True when nothing will move it any more.</summary>
    public static bool IsFinal(SubmissionStatus status) =>
        status is SubmissionStatus.Certified or SubmissionStatus.Refused or SubmissionStatus.Lapsed;
}
