using Certification.Domain;
using Certification.Domain.Submissions;

namespace Certification.Cli.Http;

/// <summary>What applicants call.</summary>
public sealed partial class AuthorityClient
{
    /// <summary>Opens a submission. The same key answers with the same submission.</summary>
    public Task<Tagged<SubmissionView>> OpenSubmissionAsync(Declaration declaration, string key, CancellationToken cancellation) =>
        ReadTaggedAsync<SubmissionView>(
            WithIdempotencyKey(Write(HttpMethod.Post, "/v1/submissions", declaration), key), cancellation);

    /// <summary>A submission and its ETag.</summary>
    public Task<Tagged<SubmissionView>> GetSubmissionAsync(string id, CancellationToken cancellation) =>
        ReadTaggedAsync<SubmissionView>(Get($"/v1/submissions/{id}"), cancellation);

    /// <summary>A page of the caller's submissions.</summary>
    public Task<Page<SubmissionLine>> ListSubmissionsAsync(string? continuation, CancellationToken cancellation) =>
        ReadAsync<Page<SubmissionLine>>(Get(WithContinuation("/v1/submissions", continuation)), cancellation);

    /// <summary>Replaces the declaration.</summary>
    public Task<Tagged<SubmissionView>> RedeclareAsync(
        Tagged<SubmissionView> submission, Declaration declaration, CancellationToken cancellation) =>
        ReadTaggedAsync<SubmissionView>(
            WithIfMatch(
                Write(HttpMethod.Put, $"/v1/submissions/{submission.Value.Id}/declaration", declaration), submission.ETag),
            cancellation);

    /// <summary>Declares a file and gets the address to upload it to.</summary>
    public Task<DeclaredEvidence> DeclareEvidenceAsync(
        string submissionId, EvidenceDeclaration evidence, string key, CancellationToken cancellation) =>
        ReadAsync<DeclaredEvidence>(
            WithIdempotencyKey(Write(HttpMethod.Post, $"/v1/submissions/{submissionId}/evidence", evidence), key), cancellation);

    /// <summary>A new upload address when the first expired.</summary>
    public Task<UploadTicket> RenewUploadAsync(string submissionId, string evidenceId, CancellationToken cancellation) =>
        ReadAsync<UploadTicket>(
            new HttpRequestMessage(HttpMethod.Post, $"/v1/submissions/{submissionId}/evidence/{evidenceId}/upload"), cancellation);

    /// <summary>Has the uploaded file read, hashed and sealed.</summary>
    public Task<Tagged<SubmissionView>> SealEvidenceAsync(
        Tagged<SubmissionView> submission, string evidenceId, CancellationToken cancellation) =>
        ReadTaggedAsync<SubmissionView>(
            WithIfMatch(
                new HttpRequestMessage(HttpMethod.Post, $"/v1/submissions/{submission.Value.Id}/evidence/{evidenceId}/seal"),
                submission.ETag),
            cancellation);

    /// <summary>Tells what the submission cost.</summary>
    public Task<Tagged<SubmissionView>> TellEffortAsync(
        Tagged<SubmissionView> submission, EffortDeclaration effort, CancellationToken cancellation) =>
        ReadTaggedAsync<SubmissionView>(
            WithIfMatch(Write(HttpMethod.Put, $"/v1/submissions/{submission.Value.Id}/effort", effort), submission.ETag), cancellation);

    /// <summary>Hands the submission in and waits up to 20 s for intake's answer.</summary>
    public Task<Tagged<SubmissionView>> HandInAsync(Tagged<SubmissionView> submission, CancellationToken cancellation)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/submissions/{submission.Value.Id}/submit");
        request.Headers.Add("Prefer", "wait=20");
        return ReadTaggedAsync<SubmissionView>(WithIfMatch(request, submission.ETag), cancellation);
    }

    /// <summary>What would be missing; files nothing.</summary>
    public Task<PrecheckView> PrecheckAsync(
        Declaration declaration, IReadOnlyList<EvidenceDeclaration> evidence, CancellationToken cancellation) =>
        ReadAsync<PrecheckView>(Write(HttpMethod.Post, "/v1/precheck", new { declaration, evidence }), cancellation);

    /// <summary>What happened in a case, as far as the caller may see it.</summary>
    public Task<IReadOnlyList<TimelineEntry>> GetTimelineAsync(string id, CancellationToken cancellation) =>
        ReadAsync<IReadOnlyList<TimelineEntry>>(Get($"/v1/submissions/{id}/timeline"), cancellation);

    private static string WithContinuation(string path, string? continuation) =>
        continuation is null ? path : $"{path}?continuation={Uri.EscapeDataString(continuation)}";
}

/// <summary>A file that will be uploaded.</summary>
/// <param name="Size">Bytes.</param>
public sealed record EvidenceDeclaration(
    string Kind, string FileName, long Size, Sha256Digest Sha256, Visibility Visibility, string PerformedBy, string Independence,
    IReadOnlyList<string>? WithheldFacts = null);
