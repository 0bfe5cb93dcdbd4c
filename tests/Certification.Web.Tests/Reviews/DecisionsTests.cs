using System.Net;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;
using Certification.Web.Reviews;
using Certification.Web.Tests.Support;

namespace Certification.Web.Tests.Reviews;

public sealed class DecisionsTests(AuthorityFixture authority)
{
    private static readonly DecisionBody InFavour = new(DecisionResult.Certify, ["Fit for its use."], []);
    private readonly Person _applicant = Person.New(authority, "applicant");
    private readonly Person _assessor = Person.New(authority, "assessor");
    private readonly Person _decider = Person.New(authority, "decider");

    [Fact]
    public async Task Of_two_deciders_at_once_one_wins_and_the_other_is_stale()
    {
        var (id, etag) = await Awaiting();
        var other = Person.New(authority, "decider");
        var replies = await Task.WhenAll(
            _decider.Post($"/v1/submissions/{id}/decision", InFavour, etag),
            other.Post($"/v1/submissions/{id}/decision", new DecisionBody(DecisionResult.Refuse, ["Not fit."], []), etag));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        replies.Single(reply => reply.Status != HttpStatusCode.OK).IsProblem(412, "subject.stale");
    }

    [Fact]
    public async Task An_assessor_of_the_case_may_not_decide_it()
    {
        var (id, etag) = await Awaiting();
        var turncoat = new Person(authority, "decider", _assessor.Actor.Subject, "another-organisation");
        (await turncoat.Post($"/v1/submissions/{id}/decision", InFavour, etag)).IsProblem(403, "decision.same-person");
    }

    [Fact]
    public async Task A_colleague_of_the_assessor_may_not_decide_it()
    {
        var (id, etag) = await Awaiting();
        var colleague = new Person(authority, "decider", "colleague", _assessor.Actor.Organisation);
        (await colleague.Post($"/v1/submissions/{id}/decision", InFavour, etag)).IsProblem(403, "decision.same-organisation");
    }

    [Fact]
    public async Task A_decision_during_the_review_is_out_of_step()
    {
        var (id, etag) = await Sample.At(authority, _applicant, SubmissionStatus.InReview, _assessor);
        (await _decider.Post($"/v1/submissions/{id}/decision", InFavour, etag)).IsProblem(409, "submission.out-of-step");
    }

    [Fact]
    public async Task A_refusal_without_reasons_is_refused()
    {
        var (id, etag) = await Awaiting();
        (await _decider.Post($"/v1/submissions/{id}/decision", new DecisionBody(DecisionResult.Refuse, [], []), etag))
            .IsProblem(422, "decision.no-reasons");
    }

    [Fact]
    public async Task A_conclusion_by_somebody_who_did_not_take_the_case_is_refused()
    {
        var (id, etag) = await Sample.At(authority, _applicant, SubmissionStatus.InReview, _assessor);
        var conclusion = new ConclusionBody(Recommendation.Certify, "Fit.", [], []);
        (await Person.New(authority, "assessor").Post($"/v1/submissions/{id}/conclusions", conclusion, etag))
            .IsProblem(403, "review.not-assigned");
    }

    [Fact]
    public async Task An_assessor_assigns_nobody_else()
    {
        var (id, etag) = await Sample.At(authority, _applicant, SubmissionStatus.InReview);
        var other = new AssignmentBody(new AssessorIdentity("issuer", "somebody", "elsewhere"));
        (await _assessor.Post($"/v1/submissions/{id}/assignments", other, etag)).IsProblem(403, "assignment.for-somebody-else");
    }

    [Fact]
    public async Task An_assessor_takes_a_case_and_concludes()
    {
        var (id, etag) = await Sample.At(authority, _applicant, SubmissionStatus.InReview);
        var taken = (await _assessor.Post($"/v1/submissions/{id}/assignments", new AssignmentBody(), etag)).Is(HttpStatusCode.OK);
        var conclusion = new ConclusionBody(Recommendation.Certify, "Fit.", [], []);
        var concluded = (await _assessor.Post($"/v1/submissions/{id}/conclusions", conclusion, taken.ETag)).Is(HttpStatusCode.OK);
        Assert.Equal(1, (int)concluded.Json["review"]!["concluded"]!);
    }

    [Fact]
    public async Task Handing_in_during_the_review_is_out_of_step()
    {
        var (id, etag) = await Sample.At(authority, _applicant, SubmissionStatus.InReview);
        (await _applicant.Post($"/v1/submissions/{id}/submit", ifMatch: etag)).IsProblem(409, "submission.out-of-step");
    }

    [Fact]
    public async Task A_refused_decision_leaves_no_trace_in_the_timeline()
    {
        var (id, etag) = await Awaiting();
        var turncoat = new Person(authority, "decider", _assessor.Actor.Subject, "another-organisation");
        await turncoat.Post($"/v1/submissions/{id}/decision", InFavour, etag);
        var timeline = (await _decider.Get($"/v1/submissions/{id}/timeline")).Json.AsArray();
        Assert.Equal(["submission.opened"], timeline.Select(entry => (string?)entry!["code"]));
    }

    private Task<(string Id, string ETag)> Awaiting() => Sample.At(authority, _applicant, SubmissionStatus.AwaitingDecision, _assessor);
}
