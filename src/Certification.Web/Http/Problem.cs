using Certification.Domain;

namespace Certification.Web.Http;

/// <summary>What every error answer looks like (RFC 9457), in <c>application/problem+json</c>.</summary>
/// <param name="Type"><c>urn:certification:problem:{code}</c>; stable.</param>
/// <param name="Title">The same for every problem of one status.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable reason code, such as <c>decision.same-person</c>.</param>
/// <param name="Detail">What was wrong this time, with the value that was sent.</param>
/// <param name="NextStep">What the caller does now, in one sentence.</param>
/// <param name="Instance">Path of the request.</param>
/// <param name="Errors">Places in the body, where there are several.</param>
/// <param name="TraceId">With an internal error only: what to quote to the operator, who finds the cause in the log.</param>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Code,
    string Detail,
    string NextStep,
    string? Instance = null,
    IReadOnlyList<ProblemPlace>? Errors = null,
    string? TraceId = null)
{
    /// <summary>The media type of RFC 9457.</summary>
    public const string ContentType = "application/problem+json";

    /// <summary>A problem with the title that belongs to its status.</summary>
    public static Problem Of(int status, string code, string detail, string nextStep) =>
        new($"urn:certification:problem:{code}", TitleOf(status), status, code, detail, nextStep);

    /// <summary>A domain refusal as a problem.</summary>
    public static Problem From(Refusal refusal) =>
        Of(StatusOf(refusal.Kind), refusal.Code, refusal.Message, refusal.NextStep);

    /// <summary>The one map from kinds of refusal to statuses.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.OutOfStep => StatusCodes.Status409Conflict,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A kind of refusal without a status."),
    };

    private static string TitleOf(int status) => status switch
    {
        400 => "The request cannot be read",
        401 => "Sign in first",
        403 => "Not allowed",
        404 => "There is no such thing here",
        405 => "Method not allowed",
        409 => "Not possible at this step",
        412 => "Somebody else changed it first",
        413 => "Too large",
        415 => "Media type not supported",
        422 => "The request says something impossible",
        428 => "A precondition is required",
        429 => "Too many requests",
        503 => "Not available right now",
        _ => "Something went wrong on our side",
    };
}

/// <summary>One place in a body that is wrong.</summary>
/// <param name="Pointer">JSON pointer (RFC 6901); empty for the whole body.</param>
/// <param name="Message">What is wrong there.</param>
public sealed record ProblemPlace(string Pointer, string Message);
