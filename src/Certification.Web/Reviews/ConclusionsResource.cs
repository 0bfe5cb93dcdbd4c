using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Reviews;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;
using Certification.Workflows;
using Certification.Workflows.Outbox;

namespace Certification.Web.Reviews;

/// <summary><c>POST /v1/submissions/{id}/conclusions</c>: an assigned assessor concludes.</summary>
public static class ConclusionsResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/submissions/{id}/conclusions", Conclude).RequireRoles(Roles.Assessor)
            .WithSummary("Records the caller's conclusion of the present round.")
            .Produces<SubmissionView>().AnswersProblems(404, 409, 422);

    private static async Task<IResult> Conclude(
        string id, IfMatch seen, Json<ConclusionBody> body, Caller caller, SubmissionCommands commands, CancellationToken cancellation)
    {
        if (body.Value.Check() is { } invalid) return ProblemAnswer.From(invalid);
        var who = caller.As(Roles.Assessor);
        var sent = body.Value;
        var digest = Sha256Digest.Of(body.Canonical());
        var act = SubmissionAct.Under(
            seen, caller, who, id, "review.concluded", new { conclusion = digest }, body.Canonical(),
            (submission, now) => submission.Conclude(new Conclusion(
                submission.Review.Round, who, sent.Recommendation, sent.Rationale, sent.Findings, sent.Wanted, now)));
        act = act with
        {
            Messages = (_, after) => [WorkflowOutbox.Raise(
                WorkflowNames.ReviewId(id, after.Review.Round), WorkflowNames.ReviewActed, act.OperationId,
                new ReviewActed("concluded", who.Subject))],
        };
        return SubmissionCommands.Answer(caller, await commands.Change(act, cancellation));
    }
}

/// <summary>An assessor's conclusion.</summary>
/// <param name="Rationale">Why, in the assessor's words; at most 10,000 characters.</param>
/// <param name="Findings">At most 100.</param>
/// <param name="Wanted">With <c>more-evidence</c>: what is wanted, one sentence each; at most 50.</param>
public sealed record ConclusionBody(
    Recommendation Recommendation, string Rationale, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Wanted)
{
    /// <summary>Why the conclusion cannot be taken; null when it can.</summary>
    public Refusal? Check() => string.IsNullOrWhiteSpace(Rationale) || Rationale.Length > 10_000
        ? Invalid("rationale", "1 to 10,000 characters")
        : Findings.Count > 100 ? Invalid("findings", "at most 100 entries")
        : Findings.Any(finding => finding.Message.Length > 2_000) ? Invalid("findings", "messages of at most 2,000 characters")
        : Wanted.Count > 50 || Wanted.Any(sentence => string.IsNullOrWhiteSpace(sentence) || sentence.Length > 2_000)
            ? Invalid("wanted", "at most 50 entries of 1 to 2,000 characters")
        : null;

    private static Refusal Invalid(string member, string bounds) => new(
        RefusalKind.Invalid, "conclusion.invalid", $"'{member}' takes {bounds}.", "Correct it and conclude again; nothing was recorded.");
}
