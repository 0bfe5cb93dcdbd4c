using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Web.Access;
using Certification.Web.Certificates;
using Certification.Web.Http;
using Certification.Workflows.Activities.Certificates;

namespace Certification.Web.Lifecycle;

/// <summary><c>POST /v1/certificates/{number}/status</c>: an officer suspends, restricts, reinstates or withdraws.</summary>
public static class CertificateStatusResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/v1/certificates/{number}/status", Change).RequireRoles(Roles.Officer)
            .WithSummary("Changes the status of a certificate; status list and other authorities follow by themselves.")
            .Produces<CertificateView>().AnswersProblems(404, 409, 422);

    private static async Task<IResult> Change(
        string number, IfMatch seen, Json<StatusChangeBody> body, Caller caller, CertificateFiles certificates,
        PublishedCertificates published, BusinessClock clock, CancellationToken cancellation)
    {
        if (body.Value.Check() is { } invalid) return ProblemAnswer.From(invalid);
        if (!CertificateNumber.TryParse(number, out var parsed)) return ProblemAnswer.From(CertificateFiles.NotFound(number));
        var (who, now) = (caller.As(Roles.Officer), clock.GetUtcNow());
        var operation = OperationId.Of(who, $"{parsed} status", seen, body.Canonical());
        var changed = await certificates.Change(
            parsed.Text, operation, AuditEntry.Of(who, now, $"certificate.{Word(body.Value.Status)}", body.Value),
            record => record.Move(body.Value.Move, body.Value.Reason, now, body.Value.Code),
            record => [StatusEvents.Changed(record, operation)],
            seen.ETag, Sha256Digest.Of(body.Canonical()), cancellation);
        if (!changed.Succeeded) return ProblemAnswer.From(changed.Refusal);
        var current = await published.Find(parsed.Text, cancellation);
        return current.Succeeded
            ? new TaggedAnswer<CertificateView>(current.Value.View, current.Value.ETag)
            : ProblemAnswer.From(current.Refusal);
    }

    private static string Word(StatusChange change) => change.ToString().ToLowerInvariant();
}

/// <summary>A change of a certificate's status.</summary>
/// <param name="Reason">One sentence, published with the status; at most 2,000 characters.</param>
/// <param name="Reference">A case or incident that it rests on; for the audit trail.</param>
/// <param name="Code">Why, as a stable code such as <c>withdrawal.safety</c>: it is signed into the status record, the sentence is
/// not. Null for the unspecific one.</param>
public sealed record StatusChangeBody(StatusChange Status, string Reason, string? Reference = null, string? Code = null)
{
    /// <summary>The move in the table of status moves.</summary>
    internal StatusMove Move => Status switch
    {
        StatusChange.Suspended => StatusMove.Suspend,
        StatusChange.Restricted => StatusMove.Restrict,
        StatusChange.Reinstated => StatusMove.Reinstate,
        StatusChange.Withdrawn => StatusMove.Withdraw,
        _ => throw new InvalidOperationException($"{Status} has no move."),
    };

    /// <summary>Why the change cannot be taken; null when it can.</summary>
    public Refusal? Check() => string.IsNullOrWhiteSpace(Reason) || Reason.Length > 2_000 || Reference?.Length > 200
        ? new(RefusalKind.Invalid, "status.invalid", "A reason has 1 to 2,000 characters, a reference at most 200.",
            "Say in one sentence why; the public reads it.")
        : Code is { } code && !StatusReasons.Of(Move).Contains(code) ? StatusReasons.Refuse(Move, code) : null;
}

/// <summary>What an officer makes of a certificate.</summary>
public enum StatusChange { Suspended, Restricted, Reinstated, Withdrawn }
