using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Decisions;
using Certification.Storage.Blobs;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Web.Submissions;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Reviews;

namespace Certification.Web.Reviews;

/// <summary><c>GET …/decision-record</c>: what a decision rested on, byte for byte as it was sealed, for the authority's people who
/// derive it again (<c>certify replay</c>). Found by case, or by the number of the certificate that came of it.</summary>
public static class DecisionRecordResource
{
    internal const string Route = "/v1/submissions/{id}/decision-record";

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/v1/certificates/{number}/decision-record", ReadByNumber).RequireRoles(Roles.OfAuthority)
            .WithSummary("Reads the record of the decision behind a certificate; its digest is in the log.")
            .Produces<DecisionRecord>().AnswersProblems(404);
        api.MapGet(Route, Read).RequireRoles(Roles.OfAuthority)
            .WithSummary("Reads the record of a decision; its digest is in the log.")
            .Produces<DecisionRecord>().AnswersProblems(404);
    }

    private static async Task<IResult> ReadByNumber(
        string number, Caller caller, CertificateFiles certificates, SubmissionCommands commands, DecisionRecords records,
        CancellationToken cancellation)
    {
        var record = CertificateNumber.TryParse(number, out var parsed) ? (await certificates.Find(parsed.Text, cancellation))?.State : null;
        return record is null
            ? ProblemAnswer.From(CertificateFiles.NotFound(number))
            : await Read(record.SubmissionId, caller, commands, records, cancellation);
    }

    private static async Task<IResult> Read(
        string id, Caller caller, SubmissionCommands commands, DecisionRecords records, CancellationToken cancellation)
    {
        var found = await commands.Find(caller, id, cancellation);
        if (!found.Succeeded) return ProblemAnswer.From(found.Refusal);
        return found.Value.State.DecisionRecord is { } digest && await records.FindText(digest, cancellation) is { } text
            ? TypedResults.Bytes(text, "application/json", entityTag: new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{digest}\""))
            : ProblemAnswer.From(NotRecorded(id));
    }

    /// <summary>The refusal for a case without a record.</summary>
    internal static Refusal NotRecorded(string id) => new(
        RefusalKind.NotFound, "decision.not-recorded", $"No decision of case {id} is recorded.",
        "A record is made when a case is decided; cases decided by earlier software have none.");
}
