using Certification.Domain;
using Certification.Domain.Reviews;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;
using Certification.Workflows;
using Certification.Workflows.Outbox;

namespace Certification.Web.Reviews;

/// <summary><c>POST /v1/submissions/{id}/assignments</c>: an assessor takes a case, or an officer gives it to one.</summary>
public static class AssignmentsResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/submissions/{id}/assignments", Assign).RequireRoles(Roles.Assessor, Roles.Officer)
            .WithSummary("Takes the case as its assessor, or, as an officer, assigns somebody else.")
            .Produces<SubmissionView>().AnswersProblems(404, 409, 422);

    private static async Task<IResult> Assign(
        string id, IfMatch seen, Json<AssignmentBody> body, Caller caller, SubmissionCommands commands, CancellationToken cancellation)
    {
        var who = caller.As(body.Value.Assessor is null ? [Roles.Assessor, Roles.Officer] : [Roles.Officer, Roles.Assessor]);
        if (Assessor(who, body.Value) is not { } assessor) return ProblemAnswer.From(NotTheirs(who));
        var act = SubmissionAct.Under(
            seen, caller, who, id, "review.assigned", new { assessor }, body.Canonical(),
            (submission, now) => submission.Assign(assessor, now));
        act = act with
        {
            Messages = (_, after) => [WorkflowOutbox.Raise(
                WorkflowNames.ReviewId(id, after.Review.Round), WorkflowNames.ReviewActed, act.OperationId,
                new ReviewActed("assigned", who.Subject))],
        };
        return SubmissionCommands.Answer(caller, await commands.Change(act, cancellation));
    }

    /// <summary>Whom the request assigns; null when an assessor names somebody else, or an officer names nobody.</summary>
    private static Actor? Assessor(Actor who, AssignmentBody body) => (who.Role, body.Assessor) switch
    {
        (Roles.Assessor, null) => who,
        (Roles.Officer, { } named) => new Actor(named.Issuer, named.Subject, named.Organisation, Roles.Assessor),
        _ => null,
    };

    private static Refusal NotTheirs(Actor who) => who.Role == Roles.Officer
        ? new(RefusalKind.Invalid, "assignment.nobody-named", "An officer assigns somebody, and the body names nobody.",
            "Name in 'assessor' the issuer, subject and organisation of an assessor.")
        : new(RefusalKind.Forbidden, "assignment.for-somebody-else", "An assessor takes a case for nobody else.",
            "Leave 'assessor' out to take the case yourself, or ask an officer.");
}

/// <summary>Who is to assess.</summary>
/// <param name="Assessor">Left out by an assessor who takes the case.</param>
public sealed record AssignmentBody(AssessorIdentity? Assessor = null);

/// <summary>A person as tokens name one.</summary>
public sealed record AssessorIdentity(string Issuer, string Subject, string Organisation);
