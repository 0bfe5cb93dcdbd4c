using Certification.Domain;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;

namespace Certification.Cli.Http;

/// <summary>A submission as <c>GET /v1/submissions/{id}</c> shows it to its caller.</summary>
/// <param name="Next">Who acts next, and what is expected.</param>
public sealed record SubmissionView(
    string Id,
    SubmissionStatus Status,
    Declaration Declaration,
    IReadOnlyList<EvidenceItem> Evidence,
    IReadOnlyList<Sha256Digest> Dossiers,
    Classification? Classification,
    IReadOnlyList<Gap> Gaps,
    DateTimeOffset? Deadline,
    IReadOnlyList<Finding> Findings,
    ReviewView Review,
    DecisionView? Decision,
    string? CertificateNumber,
    IReadOnlyDictionary<string, string> Recognitions,
    NextAct Next,
    string? Salt = null,
    Sha256Digest? DecisionRecord = null);

/// <summary>How far the review is.</summary>
/// <param name="Assigned">How many assessors have the case in this round.</param>
/// <param name="Concluded">How many of them have concluded.</param>
public sealed record ReviewView(int Round, int AssessorsNeeded, int Assigned, int Concluded);

/// <summary>The decision without the person who took it.</summary>
public sealed record DecisionView(
    DecisionResult Result, IReadOnlyList<string> Reasons, IReadOnlyList<string> Conditions, DateTimeOffset At);

/// <summary>Whose turn it is.</summary>
public sealed record NextAct(string Who, string What);

/// <summary>A submission in a list.</summary>
public sealed record SubmissionLine(string Id, string System, string Status, DateTimeOffset UpdatedAt);

/// <summary>A page of a list.</summary>
/// <param name="Continuation">Asks for the next page; null on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Continuation);

/// <summary>A value with the ETag that a change of it must carry.</summary>
public sealed record Tagged<T>(T Value, string ETag);

/// <summary>Where and how to upload a declared file.</summary>
/// <param name="BlockBytes">Size of every block but the last.</param>
public sealed record UploadTicket(Uri Url, DateTimeOffset ExpiresAt, int BlockBytes);

/// <summary>A declared evidence item with its upload.</summary>
public sealed record DeclaredEvidence(string Id, UploadTicket Upload);
