using Certification.Domain.Submissions;

namespace Certification.Domain.Reviews;

/// <summary>The decision is taken by somebody who took no part in the evaluation, in any round (ISO/IEC 17065:2012 §7.6.2):
/// neither the same person nor the same organisation.</summary>
public static class DeciderDidNotAssessRule
{
    /// <summary>The refusal when <paramref name="decider"/> or its organisation assessed; null when neither did.</summary>
    public static Refusal? Check(Submission submission, Actor decider)
    {
        var assessors = submission.Review.Assignments.Select(a => a.Assessor)
            .Concat(submission.Review.Conclusions.Select(c => c.Assessor)).ToList();
        if (assessors.Any(decider.IsSamePersonAs))
        {
            return new Refusal(
                RefusalKind.Forbidden, "decision.same-person",
                $"{decider.Subject} assessed this case and so cannot decide it.",
                "Another decider must act.");
        }
        return assessors.Any(decider.IsOfSameOrganisationAs)
            ? new Refusal(
                RefusalKind.Forbidden, "decision.same-organisation",
                $"{decider.Organisation} assessed this case and so cannot decide it.",
                "A decider of another organisation must act.")
            : null;
    }
}
