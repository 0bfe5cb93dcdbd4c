using System.Security.Cryptography;
using Certification.Domain;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Certification.Storage;
using Certification.Storage.Blobs;
using Certification.Storage.Changes;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;
using Certification.Workflows.Activities.Rulebooks;

namespace Certification.Web.Evidence;

/// <summary><c>/v1/submissions/{id}/evidence</c>: declaring files and taking them out again. The bytes themselves go
/// straight to storage.</summary>
public static class EvidenceResource
{
    internal const string Route = "/v1/submissions/{id}/evidence";

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(Route, Declare).RequireRoles(Roles.Applicant)
            .WithSummary("Declares a file and gives the URL to upload it to, in blocks.")
            .Produces<DeclaredEvidence>(201).AnswersProblems(404, 409, 413, 422);
        api.MapDelete(Route + "/{evidenceId}", Remove).RequireRoles(Roles.Applicant)
            .WithSummary("Takes an item out of the submission; sealed dossiers that name it keep it.")
            .Produces<SubmissionView>().AnswersProblems(404, 409);
    }

    private static async Task<IResult> Declare(
        string id, Json<EvidenceDeclaration> body, IdempotencyKey key, Caller caller, RulebookFiles rulebooks,
        BusinessClock clock, SubmissionCommands commands, EvidenceBlobs blobs, CancellationToken cancellation)
    {
        var who = caller.As(Roles.Applicant);
        var operation = IdempotentRequest.OperationOn(SubjectIds.Submission(id), who, "evidence", key.Text);
        var item = body.Value.ToItem(
            $"e-{Sha256Digest.Of(System.Text.Encoding.ASCII.GetBytes(operation)).Hex[..12]}",
            Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        var rules = await rulebooks.InForceAt(clock.GetUtcNow(), cancellation);
        if (FieldProblems.From("evidence.invalid", EvidenceItemValidation.Validate(rules.Current, item)) is { } invalid) return invalid;
        // Before anything is written: a file over the limit leaves no trace.
        var upload = await UploadTicket.Create(blobs, id, item, cancellation);
        if (!upload.Succeeded) return ProblemAnswer.From(upload.Refusal);
        var declared = await commands.Change(
            new SubmissionAct(
                caller, who, id, "evidence.declared", new { item.Id, item.Kind, FileName = item.Visibility == Visibility.Public ? item.FileName : null, item.Size, item.Digest },
                operation, IfMatch: null, Sha256Digest.Of(body.Canonical()), (submission, _) => submission.AddEvidence(item)),
            cancellation);
        return declared.Succeeded
            ? new TaggedAnswer<DeclaredEvidence>(
                DeclaredEvidence.Of(item, upload.Value), declared.Value.ETag, StatusCodes.Status201Created,
                $"/v1/submissions/{id}/evidence/{item.Id}")
            : ProblemAnswer.From(declared.Refusal);
    }

    private static async Task<IResult> Remove(
        string id, string evidenceId, IfMatch seen, Caller caller, SubmissionCommands commands, CancellationToken cancellation)
    {
        var act = SubmissionAct.Under(
            seen, caller, caller.As(Roles.Applicant), id, "evidence.removed", new { id = evidenceId },
            System.Text.Encoding.UTF8.GetBytes(evidenceId), (submission, _) => submission.RemoveEvidence(evidenceId));
        return SubmissionCommands.Answer(caller, await commands.Change(act, cancellation));
    }
}
