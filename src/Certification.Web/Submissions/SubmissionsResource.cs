using System.Security.Cryptography;
using Certification.Domain;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Storage.Lists;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Submissions;

/// <summary><c>/v1/submissions</c>: opening, listing, reading and redeclaring.</summary>
public static class SubmissionsResource
{
    private const string Route = "/v1/submissions";

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Route, Open).RequireRoles(Roles.Applicant)
            .WithSummary("Opens a submission with what is declared about a system and its use.")
            .Produces<SubmissionView>(201).AnswersProblems(422);
        api.MapGet(Route, List).RequireRoles(Roles.Applicant)
            .WithSummary("Lists the submissions of the caller's organisation.")
            .Produces<PageOf<SubmissionLine>>().AnswersProblems(422);
        api.MapGet(Route + "/{id}", Read).RequireRoles(Roles.Applicant, Roles.Assessor, Roles.Decider, Roles.Officer, Roles.Auditor)
            .WithSummary("Reads a submission; the ETag goes into the If-Match of the next change.")
            .Produces<SubmissionView>().AnswersProblems(404);
        api.MapPut(Route + "/{id}/declaration", Redeclare).RequireRoles(Roles.Applicant)
            .WithSummary("Replaces the declaration while it is the applicant's turn.")
            .Produces<SubmissionView>().AnswersProblems(404, 409, 422);
    }

    private static async Task<IResult> Open(
        Json<Declaration> body, IdempotencyKey key, Caller caller, CaseFiles cases, BusinessClock clock, CancellationToken cancellation)
    {
        if (FieldProblems.From("declaration.invalid", DeclarationValidation.Validate(body.Value)) is { } invalid) return invalid;
        var who = caller.As(Roles.Applicant);
        var request = IdempotentRequest.Creates("submission", who, Route, key.Text, body.Canonical());
        var now = clock.GetUtcNow();
        var submission = Submission.Open(request.SubjectId["submission:".Length..], who, now, body.Value) with
        {
            Salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
        };
        var details = new { system = body.Value.System.Name, declaration = Sha256Digest.Of(body.Canonical()) };
        var opened = await cases.Open(
            submission, request.OperationId, AuditEntry.Of(who, now, "submission.opened", details), request.RequestDigest, [], cancellation);
        return opened.Succeeded
            ? new TaggedAnswer<SubmissionView>(
                SubmissionView.For(caller, opened.Value.State), opened.Value.ETag, StatusCodes.Status201Created,
                $"{Route}/{submission.Id}")
            : ProblemAnswer.From(opened.Refusal);
    }

    private static async Task<IResult> List(string? continuation, Caller caller, Indexes indexes, CancellationToken cancellation) =>
        (await indexes.Read<SubmissionRow, SubmissionLine>(
            SubmissionLists.Own, SubmissionLists.OwnPartition(caller.Organisation), continuation, SubmissionLine.Of, cancellation))
        .Answer();

    private static async Task<IResult> Read(string id, Caller caller, SubmissionCommands commands, CancellationToken cancellation)
    {
        var found = await commands.Find(caller, id, cancellation);
        return found.Succeeded
            ? new TaggedAnswer<SubmissionView>(SubmissionView.For(caller, found.Value.State), found.Value.ETag)
            : ProblemAnswer.From(found.Refusal);
    }

    private static async Task<IResult> Redeclare(
        string id, IfMatch seen, Json<Declaration> body, Caller caller, SubmissionCommands commands, CancellationToken cancellation)
    {
        if (FieldProblems.From("declaration.invalid", DeclarationValidation.Validate(body.Value)) is { } invalid) return invalid;
        var digest = Sha256Digest.Of(body.Canonical());
        var act = SubmissionAct.Under(
            seen, caller, caller.As(Roles.Applicant), id, "submission.redeclared", new { declaration = digest }, body.Canonical(),
            (submission, _) => submission.Redeclare(body.Value));
        return SubmissionCommands.Answer(caller, await commands.Change(act, cancellation));
    }
}
