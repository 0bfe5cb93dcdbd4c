using System.Diagnostics;
using Azure;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Certification.Web.Http;

/// <summary>Turns exceptions into problems. The cause goes to the log; the caller gets a trace id to quote, and never a
/// message, type or stack of ours, which would tell an attacker how the inside looks.</summary>
public sealed partial class UnexpectedErrors(ILogger<UnexpectedErrors> log) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested)
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }
        await new ProblemAnswer(Explain(httpContext, exception)).ExecuteAsync(httpContext);
        return true;
    }

    private Problem Explain(HttpContext http, Exception exception)
    {
        if (exception is BadHttpRequestException bad)
        {
            return Problem.Of(
                bad.StatusCode, bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? "request.too-large" : "request.malformed",
                "The request is not well-formed HTTP for this endpoint, or a value in its path or query has the wrong form.",
                "GET /openapi/v1.json shows what the endpoint takes.");
        }
        var traceId = Activity.Current?.TraceId.ToHexString() ?? http.TraceIdentifier;
        if (exception is RequestFailedException { Status: 0 or 408 or 429 or >= 500 })
        {
            StorageUnavailable(exception, http.Request.Method, http.Request.Path, traceId);
            return Problem.Of(
                StatusCodes.Status503ServiceUnavailable, "storage.unavailable",
                "Storage does not answer at the moment; what was acknowledged before is safe.",
                "Try again in a few seconds with the same Idempotency-Key or If-Match.") with { TraceId = traceId };
        }
        Unexpected(exception, http.Request.Method, http.Request.Path, traceId);
        return Problem.Of(
            StatusCodes.Status500InternalServerError, "internal.error",
            "This request met a fault on our side. Nothing is half-written.",
            $"Try again; if it stays, quote {traceId} to the authority's operator.") with { TraceId = traceId };
    }

    [LoggerMessage(100, LogLevel.Error, "{Method} {Path} failed unexpectedly (trace {TraceId})")]
    private partial void Unexpected(Exception exception, string method, string path, string traceId);

    [LoggerMessage(101, LogLevel.Warning, "{Method} {Path}: storage did not answer (trace {TraceId})")]
    private partial void StorageUnavailable(Exception exception, string method, string path, string traceId);
}
