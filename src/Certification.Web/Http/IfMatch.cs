using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Certification.Web.Http;

/// <summary>The version that the caller saw (RFC 9110 §13.1.1). Required on every change, so that nobody overwrites what
/// they have not seen (RFC 6585 §3).</summary>
public sealed class IfMatch : IBoundArgument, IBindableFromHttpContext<IfMatch>, IEndpointParameterMetadataProvider
{
    private IfMatch(string etag, Problem? problem) => (ETag, Problem) = (etag, problem);

    /// <summary>The entity tag, with its quotes.</summary>
    public string ETag { get; }

    /// <inheritdoc/>
    public Problem? Problem { get; }

    /// <inheritdoc/>
    public static ValueTask<IfMatch?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var sent = context.Request.Headers.IfMatch;
        if (sent.Count == 0)
        {
            return ValueTask.FromResult<IfMatch?>(new("", Problem.Of(
                StatusCodes.Status428PreconditionRequired, "request.if-match-missing",
                "A change needs an If-Match header with the ETag of the version that you saw.",
                "GET the resource, and send its ETag as If-Match.")));
        }
        // Exactly one strong tag: "*" would mean "whatever it is now", which is what the header is there to prevent.
        var wellFormed = sent.Count == 1 && EntityTagHeaderValue.TryParse(sent[0], out var tag) && !tag.IsWeak && tag.Tag != "*";
        return ValueTask.FromResult<IfMatch?>(wellFormed
            ? new(sent[0]!.Trim(), null)
            : new("", Problem.Of(
                StatusCodes.Status400BadRequest, "request.if-match-malformed",
                $"If-Match must be one strong entity tag in quotes, not {sent}.",
                "Send the ETag header of the last answer as it stood, quotes included.")));
    }

    /// <inheritdoc/>
    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new RequestHeader("If-Match", "ETag of the version that the caller saw.", Required: true));
        foreach (var status in (int[])[400, 412, 428]) builder.Metadata.Add(new ProblemResponse(status));
    }
}
