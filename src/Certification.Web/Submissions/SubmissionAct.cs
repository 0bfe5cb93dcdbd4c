using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage.Outbox;
using Certification.Web.Access;
using Certification.Web.Http;

namespace Certification.Web.Submissions;

/// <summary>One thing that a caller does to a submission.</summary>
/// <param name="Who">The caller in the role that this act needs.</param>
/// <param name="Code">What the audit trail calls it, such as <c>review.concluded</c>.</param>
/// <param name="Details">Facts for the audit trail; large or confidential content stands there as its digest.</param>
/// <param name="OperationId">Names the request for ever: sent again, it is not done again.</param>
/// <param name="IfMatch">ETag that the caller saw; null for acts that add and overwrite nothing.</param>
/// <param name="RequestDigest">Of the request that <paramref name="OperationId"/> names.</param>
/// <param name="Apply">The domain's verb. Pure: it runs again when somebody else was faster.</param>
public sealed record SubmissionAct(
    Caller Caller,
    Actor Who,
    string SubmissionId,
    string Code,
    object Details,
    string OperationId,
    string? IfMatch,
    Sha256Digest RequestDigest,
    Func<Submission, DateTimeOffset, Outcome<Submission>> Apply)
{
    /// <summary>What else must happen: events and starts of workflows. From the state before and after.</summary>
    public Func<Submission, Submission, IEnumerable<OutboxMessage>> Messages { get; init; } = (_, _) => [];

    /// <summary>True for what an accountable party does, whoever filed the submission.</summary>
    public bool ForParty { get; init; }

    /// <summary>An act that changes what the caller has seen. Its code names it within the submission.</summary>
    /// <param name="body">What was sent, in canonical form; empty for acts without a body.</param>
    public static SubmissionAct Under(
        IfMatch seen, Caller caller, Actor who, string submissionId, string code, object details, byte[] body,
        Func<Submission, DateTimeOffset, Outcome<Submission>> apply) => new(
            caller, who, submissionId, code, details,
            Http.OperationId.Of(who, $"{submissionId} {code}", seen, body), seen.ETag, Sha256Digest.Of(body), apply);
}
