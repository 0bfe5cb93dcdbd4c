using System.Text;
using Certification.Domain;
using Certification.Signing.Log;
using Certification.Web.Http;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Log;

namespace Certification.Web.Log;

/// <summary><c>GET /v1/log/proofs</c> and <c>GET /v1/certificates/{number}/log-proof</c>: that an entry is in the log, under the freshest
/// checkpoint that witnesses cosigned. Anybody can compute the same from the log's tiles.</summary>
public static class LogProofsResource
{
    private const string Type = "text/plain";

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/v1/certificates/{number}/log-proof", OfCertificate).LimitPublicReads()
            .WithSummary("Proves that a certificate is in the transparency log (C2SP tlog-proof).")
            .Produces<string>(200, Type).AnswersProblems(404);
        api.MapGet("/v1/log/proofs", OfEntry).LimitPublicReads()
            .WithSummary("Proves that an entry, named by kind, subject and digest, is in the transparency log (C2SP tlog-proof).")
            .Produces<string>(200, Type).AnswersProblems(400, 404);
    }

    private static async Task<IResult> OfCertificate(
        string number, CertificateFiles certificates, AuthorityLog log, CancellationToken cancellation)
    {
        if (await certificates.Find(number, cancellation) is not { State: { CertificateDigest: { } digest } record })
        {
            return ProblemAnswer.From(CertificateFiles.NotFound(number));
        }
        return Answer(await log.Proof(LogEntry.Of(record.Number, digest), cancellation));
    }

    private static async Task<IResult> OfEntry(string kind, string subject, string digest, AuthorityLog log, CancellationToken cancellation)
    {
        if (Kinds.TryGetValue(kind, out var known) && Sha256Digest.TryParse(digest, out var parsed))
        {
            return Answer(await log.Proof(new LogEntry(known, subject, parsed), cancellation));
        }
        return ProblemAnswer.Of(
            400, "log.entry-malformed", $"'{kind}' with digest '{digest}' names no entry.",
            $"Give a kind ({string.Join(", ", Kinds.Keys)}), the subject, and a SHA-256 digest in lower-case hex.");
    }

    private static Dictionary<string, LogEntryKind> Kinds { get; } = Enum.GetValues<LogEntryKind>()
        .ToDictionary(LogEntry.Word);

    private static IResult Answer(string? proof) => proof is null
        ? ProblemAnswer.Of(
            404, "log.entry-unknown", "The log has no such entry.", "GET /v1/log says where all of its entries lie.")
        : TypedResults.Text(proof, Type, Encoding.UTF8);
}
