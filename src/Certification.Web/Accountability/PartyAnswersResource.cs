using Certification.Domain;
using Certification.Domain.Accountability;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;

namespace Certification.Web.Accountability;

/// <summary><c>POST /v1/submissions/{id}/parties/{party}/acceptance</c>, <c>…/refusal</c> and <c>…/departure</c>: a person of an
/// accountable party says for it that it answers for its duties, that it does not, or that it does no longer.</summary>
public static class PartyAnswersResource
{
    private const string Route = "/v1/submissions/{id}/parties/{party}/";
    private static readonly string[] Speakers = [Roles.Party, Roles.Applicant];

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Route + "acceptance", Accept).RequireRoles(Speakers)
            .WithSummary("Accepts the caller's party's duties on the terms that the caller has read.")
            .Produces<AccountabilityView>().AnswersProblems(404, 409, 422);
        api.MapPost(Route + "refusal", Decline).RequireRoles(Speakers)
            .WithSummary("Declines the duties of the caller's party, with a reason.")
            .Produces<AccountabilityView>().AnswersProblems(404, 409, 422);
        api.MapPost(Route + "departure", Leave).RequireRoles(Speakers)
            .WithSummary("Says that the caller's party answers for nothing any more; its duties need a successor.")
            .Produces<AccountabilityView>().AnswersProblems(404, 409, 422);
    }

    private static Task<IResult> Accept(
        string id, string party, IfMatch seen, Json<AcceptanceBody> body, Caller caller, SubmissionCommands commands,
        AccountabilityViews views, CancellationToken cancellation)
    {
        var who = caller.As(Speakers);
        var act = SubmissionAct.Under(
            seen, caller, who, id, "party.accepted", Details(party, "accepts its duties", body.Value), body.Canonical(),
            (submission, now) => submission.AcceptDuties(party, body.Value.Terms, who, now));
        return Answer(act, party, commands, views, cancellation);
    }

    private static Task<IResult> Decline(
        string id, string party, IfMatch seen, Json<WithReasonBody> body, Caller caller, SubmissionCommands commands,
        AccountabilityViews views, CancellationToken cancellation)
    {
        var who = caller.As(Speakers);
        var act = SubmissionAct.Under(
            seen, caller, who, id, "party.declined", Details(party, "declines its duties", body.Value), body.Canonical(),
            (submission, now) => body.Value.Check() is { } invalid ? invalid : submission.DeclineDuties(party, body.Value.Reason, who, now));
        return Answer(act, party, commands, views, cancellation);
    }

    private static Task<IResult> Leave(
        string id, string party, IfMatch seen, Json<WithReasonBody> body, Caller caller, SubmissionCommands commands,
        AccountabilityViews views, CancellationToken cancellation)
    {
        var who = caller.As(Speakers);
        var act = SubmissionAct.Under(
            seen, caller, who, id, "party.left", Details(party, "answers for its duties no longer", body.Value), body.Canonical(),
            (submission, now) => body.Value.Check() is { } invalid ? invalid : submission.Leave(party, body.Value.Reason, who, now));
        return Answer(act, party, commands, views, cancellation);
    }

    private static async Task<IResult> Answer(
        SubmissionAct act, string party, SubmissionCommands commands, AccountabilityViews views, CancellationToken cancellation)
    {
        var told = act with { ForParty = true, Messages = (_, after) => AccountabilityNews.Of(after, party, act.OperationId) };
        return await views.Answer(act.Caller, await commands.Change(told, cancellation), cancellation);
    }

    private static object Details(string party, string what, object sent) => new { text = $"{party} {what}.", party, sent };
}

/// <summary>An acceptance.</summary>
/// <param name="Terms">Digest of what was read and is accepted, from the accountability view.</param>
public sealed record AcceptanceBody(Sha256Digest Terms);

/// <summary>Why a party does not, or no longer, answer.</summary>
/// <param name="Reason">1 to 2,000 characters.</param>
public sealed record WithReasonBody(string Reason)
{
    /// <summary>Why the answer cannot be taken; null when it can.</summary>
    public Refusal? Check() => string.IsNullOrWhiteSpace(Reason) || Reason.Length > 2_000
        ? new(RefusalKind.Invalid, "party.no-reason", "A reason has 1 to 2,000 characters.",
            "Say in one sentence why: whoever looks for a successor reads it.")
        : null;
}
