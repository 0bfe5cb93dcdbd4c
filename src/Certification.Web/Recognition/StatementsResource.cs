using System.Text;
using Certification.Domain;
using Certification.Domain.Recognition;
using Certification.Domain.Submissions;
using Certification.Signing.Federation;
using Certification.Signing.Trust;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Recognition;
using Certification.Workflows.Activities.Submissions;
using Certification.Workflows.Outbox;
using Microsoft.AspNetCore.Http.Metadata;

namespace Certification.Web.Recognition;

/// <summary><c>POST /v1/federation/statements</c>: another authority hands over its signed statement on a certificate of ours.</summary>
public static class StatementsResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/federation/statements", Take).RequireAuthority()
            .WithSummary("Takes a signed recognition statement of the calling authority.")
            .WithMetadata(new AcceptsMetadata([RecognitionStatements.MediaType], typeof(string)))
            .Produces(202).AnswersProblems(403, 404, 413, 415, 422);

    private static async Task<IResult> Take(
        HttpRequest request, CallingAuthority caller, CurrentTrust trust, BusinessClock clock, StatementRecorder recorder,
        CancellationToken cancellation)
    {
        var body = await RequestBody.Read(request, RequestBody.MaxDocumentBytes);
        if (body is null) return new ProblemAnswer(RequestBody.TooLarge(RequestBody.MaxDocumentBytes));
        var statement = RecognitionStatements.Open(Encoding.ASCII.GetString(body), trust.Snapshot, clock.GetUtcNow(), out var fault);
        if (statement is null)
        {
            return ProblemAnswer.Of(422, fault!.Code, fault.Message, "Sign the statement with the statement key that the trust list names.");
        }
        var refusal = await recorder.Record(caller, statement, cancellation);
        return refusal is null ? TypedResults.Accepted($"/v1/certificates/{statement.Certificate}") : ProblemAnswer.From(refusal);
    }
}

/// <summary>Notes other authorities' statements in the case that the certificate came from.</summary>
public sealed class StatementRecorder(CertificateFiles certificates, CaseFiles cases, BusinessClock clock)
{
    /// <summary>Records a verified statement; the same one twice is recorded once.</summary>
    /// <returns>Why not; null when recorded.</returns>
    public async Task<Refusal?> Record(CallingAuthority caller, RecognitionStatement statement, CancellationToken cancellation)
    {
        var number = statement.Certificate.Text;
        if (statement.Authority != caller.Code) return NotTheSender(caller, statement);
        if (await certificates.Find(number, cancellation) is not { } certificate) return CertificateFiles.NotFound(number);
        if (statement.CertificateDigest is { } digest && digest != certificate.State.CertificateDigest) return OtherDocument(statement);
        var verdict = RecognitionWords.Of(statement.Verdict.Outcome);
        var operation = $"statement-{number}-{statement.Authority}-{statement.Sequence}";
        var changed = await cases.Change(
            certificate.State.SubmissionId, operation,
            AuditEntry.Of(caller.Actor, clock.GetUtcNow(), "recognition.answered", new { number, statement.Authority, verdict, statement.Sequence }),
            submission => submission.RecordAnswer(statement.Authority, new RecognitionAnswer(verdict, statement.Sequence)),
            _ => [WorkflowOutbox.Raise(
                WorkflowNames.SeekId(number, statement.Authority), WorkflowNames.StatementArrived, operation,
                new StatementArrived(statement.Authority, verdict))],
            cancellation: cancellation);
        return changed.Refusal;
    }

    private static Refusal NotTheSender(CallingAuthority caller, RecognitionStatement statement) => new(
        RefusalKind.Forbidden, "statement.wrong-sender", $"{caller.Code} handed over a statement of {statement.Authority}.",
        "Each authority hands over its own statements.");

    private static Refusal OtherDocument(RecognitionStatement statement) => new(
        RefusalKind.Invalid, "statement.other-document",
        $"The statement is about a document with digest {statement.CertificateDigest}, which is not certificate {statement.Certificate}.",
        "Fetch the certificate from its issuer and judge it again.");
}
