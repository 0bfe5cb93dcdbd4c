using Certification.Domain;
using Certification.Domain.Reviews;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;
using Certification.Workflows;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Outbox;

namespace Certification.Web.Reviews;

/// <summary><c>POST /v1/submissions/{id}/decision</c>: somebody who did not assess decides.</summary>
public static class DecisionResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/submissions/{id}/decision", Decide).RequireRoles(Roles.Decider)
            .WithSummary("Decides the case; whoever assessed it, or works for who did, is refused.")
            .Produces<SubmissionView>().AnswersProblems(404, 409, 422);

    private static async Task<IResult> Decide(
        string id, IfMatch seen, Json<DecisionBody> body, Caller caller, SubmissionCommands commands,
        RulebookFiles rulebooks, CancellationToken cancellation)
    {
        if (body.Value.Check() is { } invalid) return ProblemAnswer.From(invalid);
        var found = await commands.Find(caller, id, cancellation);
        if (!found.Succeeded) return ProblemAnswer.From(found.Refusal);
        var rulebook = await rulebooks.Judging(found.Value.State, cancellation);
        var who = caller.As(Roles.Decider);
        var sent = body.Value;
        var act = SubmissionAct.Under(
            seen, caller, who, id, "decision.taken", new { result = sent.Result, body = Sha256Digest.Of(body.Canonical()) },
            body.Canonical(),
            (submission, now) => submission.Decide(
                new CertificationDecision(who, sent.Result, sent.Reasons, sent.Conditions, now), rulebook));
        act = act with
        {
            Messages = (_, _) => [WorkflowOutbox.Raise(
                WorkflowNames.CaseId(id), WorkflowNames.Decided, act.OperationId, new Decided(Word(sent.Result)))],
        };
        return SubmissionCommands.Answer(caller, await commands.Change(act, cancellation));
    }

    private static string Word(DecisionResult result) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(result.ToString());
}

/// <summary>A decision.</summary>
/// <param name="Reasons">One sentence each; at least one to refuse, at most 50.</param>
/// <param name="Conditions">Conditions beside those of the rulebook, one sentence each, at most 50.</param>
public sealed record DecisionBody(DecisionResult Result, IReadOnlyList<string> Reasons, IReadOnlyList<string> Conditions)
{
    /// <summary>Why the decision cannot be taken down; null when it can.</summary>
    public Refusal? Check() => Reasons.Concat(Conditions).Any(line => string.IsNullOrWhiteSpace(line) || line.Length > 2_000)
        || Reasons.Count > 50 || Conditions.Count > 50
        ? new(RefusalKind.Invalid, "decision.invalid", "Reasons and conditions have 1 to 2,000 characters each, at most 50 of either.",
            "Correct them and decide again; nothing was recorded.")
        : null;
}
