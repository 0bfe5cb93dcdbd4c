using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage;
using Certification.Storage.Changes;
using Certification.Web.Http;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Accountability;

/// <summary>Shows accountability under the rulebook that judges the case: the one it was sealed under, or today's before that.</summary>
public sealed class AccountabilityViews(RulebookFiles rulebooks, BusinessClock clock)
{
    /// <summary>The view of a case as it stands.</summary>
    public async Task<AccountabilityView> Of(Submission submission, CancellationToken cancellation)
    {
        var rulebook = submission.Dossiers.Count > 0
            ? await rulebooks.Judging(submission, cancellation)
            : (await rulebooks.InForceAt(clock.GetUtcNow(), cancellation)).Current;
        return AccountabilityView.Of(rulebook, submission);
    }

    /// <summary>Answers with the view.</summary>
    public async Task<IResult> Answer(Submission submission, string etag, CancellationToken cancellation) =>
        new TaggedAnswer<AccountabilityView>(await Of(submission, cancellation), etag);

    /// <summary>Answers what became of a change.</summary>
    public async Task<IResult> Answer(Outcome<Changed<Submission>> outcome, CancellationToken cancellation) => outcome.Succeeded
        ? await Answer(outcome.Value.State, outcome.Value.ETag, cancellation)
        : ProblemAnswer.From(outcome.Refusal);
}
