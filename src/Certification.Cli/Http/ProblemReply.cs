using System.Net;
using System.Text.Json;
using Certification.Cli.Terminal;
using Certification.Domain;

namespace Certification.Cli.Http;

/// <summary>An authority's problem+json (RFC 9457) with our members.</summary>
public sealed record ProblemReply(
    string? Title, int? Status, string? Code, string? Detail, string? NextStep, IReadOnlyList<FieldError>? Errors)
{
    /// <summary>Turns a reply that is no success into the exception that ends a command.</summary>
    public static async Task<AuthorityRefusalException> ReadAsync(HttpResponseMessage reply, CancellationToken cancellation)
    {
        var where = $"{reply.RequestMessage!.Method} {reply.RequestMessage.RequestUri}";
        var body = await reply.Content.ReadAsByteArrayAsync(cancellation);
        var problem = Parse(body);
        var fields = problem?.Errors is { Count: > 0 } errors
            ? " " + string.Join(' ', errors.Select(error => $"{error.Pointer}: {error.Message}"))
            : "";
        var told = new Problem(
            (problem?.Detail ?? problem?.Title ?? $"The authority answered {(int)reply.StatusCode} without a reason.") + fields,
            where,
            problem?.NextStep ?? "Try again later; if it stays, tell the authority's operator.",
            problem?.Code ?? $"http.{(int)reply.StatusCode}");
        return new AuthorityRefusalException(told, reply.StatusCode);
    }

    private static ProblemReply? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<ProblemReply>(body, DomainJson.Options);
        }
        catch (JsonException)
        {
            // A proxy's error page, for example: the status code is all there is.
            return null;
        }
    }
}

/// <summary>A field that was wrong.</summary>
/// <param name="Pointer">JSON pointer into the request's body.</param>
public sealed record FieldError(string Pointer, string Message);

/// <summary>The authority said no.</summary>
public sealed class AuthorityRefusalException(Problem problem, HttpStatusCode status)
    : ProblemException(problem, (int)status >= 500 ? ExitCode.Internal : ExitCode.No)
{
    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status { get; } = status;
}
