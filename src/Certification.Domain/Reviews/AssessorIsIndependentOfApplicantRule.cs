using Certification.Domain.Submissions;

namespace Certification.Domain.Reviews;

/// <summary>Nobody assesses or decides the case of the organisation that they act for, nor one in which it answers for a duty (ISO/IEC 17065:2012 §4.2.6).</summary>
public static class AssessorIsIndependentOfApplicantRule
{
    /// <summary>The refusal when <paramref name="actor"/> acts for the applicant; null when independent.</summary>
    public static Refusal? Check(Submission submission, Actor actor) =>
        actor.IsSamePersonAs(submission.Applicant) || actor.IsOfSameOrganisationAs(submission.Applicant)
            || submission.Declaration.Parties.Any(party => party.IsActedForBy(actor))
            ? new Refusal(
                RefusalKind.Forbidden, "review.conflict-of-interest",
                $"{actor.Subject} acts for {actor.Organisation}, which is the applicant or an accountable party of this case.",
                "Somebody from another organisation must act.")
            : null;
}
