using Certification.Domain.Evidence;
using Certification.Domain.Reviews;

namespace Certification.Cli.Http;

/// <summary>What assessors, deciders and officers call.</summary>
public sealed partial class AuthorityClient
{
    /// <summary>A page of the cases at one step.</summary>
    public Task<Page<SubmissionLine>> ListCasesAsync(string step, string? continuation, CancellationToken cancellation) =>
        ReadAsync<Page<SubmissionLine>>(
            Get($"/v1/cases?step={step}" + (continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}")), cancellation);

    /// <summary>Takes the case, or gives it to another assessor.</summary>
    public Task<Tagged<SubmissionView>> AssignAsync(
        Tagged<SubmissionView> submission, AssessorIdentity? assessor, CancellationToken cancellation) =>
        ActAsync(submission, "assignments", new AssignmentBody(assessor), cancellation);

    /// <summary>Concludes the caller's review.</summary>
    public Task<Tagged<SubmissionView>> ConcludeAsync(
        Tagged<SubmissionView> submission, ConclusionBody conclusion, CancellationToken cancellation) =>
        ActAsync(submission, "conclusions", conclusion, cancellation);

    /// <summary>Decides.</summary>
    public Task<Tagged<SubmissionView>> DecideAsync(
        Tagged<SubmissionView> submission, DecisionBody decision, CancellationToken cancellation) =>
        ActAsync(submission, "decision", decision, cancellation);

    /// <summary>Changes a certificate's status.</summary>
    public Task<CertificateView> ChangeStatusAsync(
        Tagged<CertificateView> certificate, StatusChangeBody change, CancellationToken cancellation) =>
        ReadAsync<CertificateView>(
            WithIfMatch(
                Write(HttpMethod.Post, $"/v1/certificates/{certificate.Value.Number}/status", change), certificate.ETag),
            cancellation);

    private Task<Tagged<SubmissionView>> ActAsync<T>(
        Tagged<SubmissionView> submission, string act, T body, CancellationToken cancellation) =>
        ReadTaggedAsync<SubmissionView>(
            WithIfMatch(Write(HttpMethod.Post, $"/v1/submissions/{submission.Value.Id}/{act}", body), submission.ETag),
            cancellation);
}

/// <summary>Whom an officer assigns; null when an assessor takes the case.</summary>
public sealed record AssignmentBody(AssessorIdentity? Assessor);

/// <summary>An assessor as tokens name one.</summary>
public sealed record AssessorIdentity(string Issuer, string Subject, string Organisation);

/// <summary>An assessor's conclusion.</summary>
public sealed record ConclusionBody(
    Recommendation Recommendation, string Rationale, IReadOnlyList<Finding> Findings, IReadOnlyList<string> Wanted);

/// <summary>A decider's decision.</summary>
public sealed record DecisionBody(DecisionResult Result, IReadOnlyList<string> Reasons, IReadOnlyList<string> Conditions);

/// <summary>A change of a certificate's status.</summary>
/// <param name="Status"><c>suspended</c>, <c>restricted</c>, <c>reinstated</c> or <c>withdrawn</c>.</param>
/// <param name="Reference">A case or incident that it rests on.</param>
public sealed record StatusChangeBody(string Status, string Reason, string? Reference, string? Code = null);
