using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage;
using Certification.Storage.Changes;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Accountability;

/// <summary>Shows accountability under the rulebook that judges the case: the one it was sealed under, or today's before that.</summary>
public sealed class AccountabilityViews(RulebookFiles rulebooks, BusinessClock clock)
{
    /// <summary>The view of a case as it stands. A party reads what the system is for, since it answers for that; others only where
    /// they may see it anyway.</summary>
    public async Task<AccountabilityView> Of(Caller caller, Submission submission, CancellationToken cancellation)
    {
        var rulebook = submission.Dossiers.Count > 0
            ? await rulebooks.Judging(submission, cancellation)
            : (await rulebooks.InForceAt(clock.GetUtcNow(), cancellation)).Current;
        var audience = caller.SpeaksForAParty(submission) ? Visibility.Confidential : caller.AudienceOf(submission);
        return AccountabilityView.Of(rulebook, submission) with { Purpose = submission.SeenBy(audience).Declaration.System.Purpose };
    }

    /// <summary>Answers with the view.</summary>
    public async Task<IResult> Answer(Caller caller, Submission submission, string etag, CancellationToken cancellation) =>
        new TaggedAnswer<AccountabilityView>(await Of(caller, submission, cancellation), etag);

    /// <summary>Answers what became of a change.</summary>
    public async Task<IResult> Answer(Caller caller, Outcome<Changed<Submission>> outcome, CancellationToken cancellation) => outcome.Succeeded
        ? await Answer(caller, outcome.Value.State, outcome.Value.ETag, cancellation)
        : ProblemAnswer.From(outcome.Refusal);
}
