using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage.Blobs;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;

namespace Certification.Web.Evidence;

/// <summary>What surrounds an upload: a fresh URL, and sealing once the bytes are there.</summary>
public static class UploadResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost(EvidenceResource.Route + "/{evidenceId}/upload", Renew).RequireRoles(Roles.Applicant)
            .WithSummary("Gives a fresh upload URL when the first one expired.")
            .Produces<UploadTicket>().AnswersProblems(404, 409);
        api.MapPost(EvidenceResource.Route + "/{evidenceId}/seal", Seal).RequireRoles(Roles.Applicant)
            .WithSummary("Reads and hashes what was uploaded, and keeps it for ever if it is what was declared.")
            .Produces<SubmissionView>().AnswersProblems(404, 409, 413, 422);
    }

    private static async Task<IResult> Renew(
        string id, string evidenceId, Caller caller, SubmissionCommands commands, EvidenceBlobs blobs, CancellationToken cancellation)
    {
        var item = await FindItem(caller, id, evidenceId, commands, cancellation);
        if (!item.Succeeded) return ProblemAnswer.From(item.Refusal);
        var ticket = await UploadTicket.Create(blobs, id, item.Value, cancellation);
        return ticket.Succeeded ? TypedResults.Ok(ticket.Value) : ProblemAnswer.From(ticket.Refusal);
    }

    private static async Task<IResult> Seal(
        string id, string evidenceId, IfMatch seen, Caller caller, SubmissionCommands commands, EvidenceBlobs blobs,
        CancellationToken cancellation)
    {
        var item = await FindItem(caller, id, evidenceId, commands, cancellation);
        if (!item.Succeeded) return ProblemAnswer.From(item.Refusal);
        // The bytes first: the submission must never say "sealed" of something that is not stored.
        var stored = await blobs.Seal(id, evidenceId, item.Value.Size, item.Value.Digest, cancellation);
        if (!stored.Succeeded) return ProblemAnswer.From(stored.Refusal);
        var act = SubmissionAct.Under(
            seen, caller, caller.As(Roles.Applicant), id, "evidence.sealed", new { id = evidenceId, stored.Value.Digest, stored.Value.Size },
            System.Text.Encoding.UTF8.GetBytes(evidenceId), (submission, now) => submission.MarkSealed(evidenceId, now));
        return SubmissionCommands.Answer(caller, await commands.Change(act, cancellation));
    }

    /// <summary>The item, if the caller is its applicant and it is the applicant's turn: no bytes are hashed for anybody else.</summary>
    private static async Task<Outcome<EvidenceItem>> FindItem(
        Caller caller, string id, string evidenceId, SubmissionCommands commands, CancellationToken cancellation)
    {
        var found = await commands.Find(caller with { Roles = [Roles.Applicant] }, id, cancellation);
        if (!found.Succeeded) return found.Refusal;
        var submission = found.Value.State;
        if (!SubmissionMoves.IsOpenToApplicant(submission.Status)) return submission.OutOfStep("upload evidence");
        return submission.Evidence.FirstOrDefault(item => item.Id == evidenceId) is { } item
            ? item
            : ApplicantActs.NoSuchEvidence(submission, evidenceId);
    }
}
