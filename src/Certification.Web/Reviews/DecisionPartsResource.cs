using Certification.Domain;
using Certification.Domain.Decisions;
using Certification.Domain.Submissions;
using Certification.Storage.Blobs;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Reviews;

namespace Certification.Web.Reviews;

/// <summary>The parts that a decision's record pins, as far as the caller may see them: the dossier, its files, and the keys by which
/// attestations counted. The rulebook is public, and so is the proof that the record is in the log.</summary>
public static class DecisionPartsResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet(DecisionRecordResource.Route + "/dossier", ReadDossier).RequireRoles(Roles.OfAuthority)
            .WithSummary("Reads the dossier that was judged: its very bytes where nothing in it is withheld from the caller, else a view of it.")
            .Produces<Dossier>().AnswersProblems(404);
        api.MapGet(DecisionRecordResource.Route + "/evidence/{evidenceId}", ReadEvidence).RequireRoles(Roles.OfAuthority)
            .WithSummary("Reads a file of the dossier that was judged; a confidential one only for the persons of the case.")
            .Produces(200, contentType: "application/octet-stream").AnswersProblems(404);
        api.MapGet(DecisionRecordResource.Route + "/attestation-keys/{digest}", ReadKeys).RequireRoles(Roles.OfAuthority)
            .WithSummary("Reads the public keys by which attestations counted.")
            .Produces(200, contentType: "application/json").AnswersProblems(404);
    }

    private static async Task<IResult> ReadDossier(
        string id, Caller caller, SubmissionCommands commands, DecisionRecords records, DossierBlobs dossiers, CancellationToken cancellation)
    {
        var found = await Find(id, caller, commands, records, cancellation);
        if (!found.Succeeded) return ProblemAnswer.From(found.Refusal);
        var (submission, record) = found.Value;
        var dossier = await dossiers.Read(record.Dossier, cancellation);
        var seen = dossier.SeenBy(submission, caller.AudienceOf(submission));
        var text = ReferenceEquals(seen, dossier) ? await dossiers.FindText(record.Dossier, cancellation) : DomainJson.Bytes(seen);
        return TypedResults.Bytes(text!, "application/json");
    }

    private static async Task<IResult> ReadEvidence(
        string id, string evidenceId, Caller caller, SubmissionCommands commands, DecisionRecords records, DossierBlobs dossiers,
        EvidenceBlobs evidence, CancellationToken cancellation)
    {
        var found = await Find(id, caller, commands, records, cancellation);
        if (!found.Succeeded) return ProblemAnswer.From(found.Refusal);
        var (submission, record) = found.Value;
        var item = (await dossiers.Read(record.Dossier, cancellation)).Evidence.FirstOrDefault(item => item.Id == evidenceId);
        if (item?.Visibility > caller.AudienceOf(submission))
        {
            return ProblemAnswer.From(new Refusal(
                RefusalKind.Forbidden, "evidence.confidential", $"{evidenceId} is confidential to the persons of the case.",
                "An assessor or the decider of the case can replay it with this file."));
        }
        return item is not null && await evidence.OpenSealed(id, item.Digest, cancellation) is { } content
            ? TypedResults.Stream(content, "application/octet-stream")
            : ProblemAnswer.From(NoPart($"a file {evidenceId}"));
    }

    private static async Task<IResult> ReadKeys(
        string id, string digest, Caller caller, SubmissionCommands commands, DecisionRecords records, EvidenceReports reports,
        CancellationToken cancellation)
    {
        var found = await Find(id, caller, commands, records, cancellation);
        if (!found.Succeeded) return ProblemAnswer.From(found.Refusal);
        var isPinned = Sha256Digest.TryParse(digest, out var wanted)
            && found.Value.Record.Evidence.Any(pin => pin.Judged?.AttestationKeys == wanted);
        return isPinned && await reports.FindKeys(wanted, cancellation) is { } text
            ? TypedResults.Bytes(text, "application/json")
            : ProblemAnswer.From(NoPart($"keys {digest}"));
    }

    private static async Task<Outcome<(Submission Submission, DecisionRecord Record)>> Find(
        string id, Caller caller, SubmissionCommands commands, DecisionRecords records, CancellationToken cancellation)
    {
        var found = await commands.Find(caller, id, cancellation);
        if (!found.Succeeded) return found.Refusal;
        return found.Value.State.DecisionRecord is { } digest
            ? (found.Value.State, await records.Read(digest, cancellation))
            : DecisionRecordResource.NotRecorded(id);
    }

    private static Refusal NoPart(string part) => new(
        RefusalKind.NotFound, "decision.no-such-part", $"The decision's record has not {part}.", "GET …/decision-record names what it pins.");
}
