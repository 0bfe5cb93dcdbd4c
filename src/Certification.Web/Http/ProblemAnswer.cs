using Certification.Domain;

namespace Certification.Web.Http;

/// <summary>Answers with a problem. Every error of the API leaves through here, so that all look alike.</summary>
public sealed class ProblemAnswer(Problem problem) : IResult, IStatusCodeHttpResult, IContentTypeHttpResult
{
    /// <summary>The problem that is answered.</summary>
    public Problem Problem { get; } = problem;

    /// <inheritdoc/>
    public int? StatusCode => Problem.Status;

    /// <inheritdoc/>
    public string ContentType => Problem.ContentType;

    /// <summary>Answers a domain refusal.</summary>
    public static ProblemAnswer From(Refusal refusal) => new(Problem.From(refusal));

    /// <summary>Answers a problem that only HTTP knows.</summary>
    public static ProblemAnswer Of(int status, string code, string detail, string nextStep) =>
        new(Problem.Of(status, code, detail, nextStep));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Problem.Status;
        response.Headers.CacheControl = "no-store";
        var full = Problem with { Instance = httpContext.Request.Path };
        return response.WriteAsJsonAsync(full, DomainJson.Options, Problem.ContentType, httpContext.RequestAborted);
    }
}
