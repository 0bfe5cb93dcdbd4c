using Certification.Domain;

namespace Certification.Web.Http;

/// <summary>A value with the ETag that a change of it must carry.</summary>
/// <param name="etag">With its quotes.</param>
/// <param name="location">Where the thing is, when it was just made or goes on being worked on.</param>
public sealed class TaggedAnswer<T>(T value, string etag, int status = StatusCodes.Status200OK, string? location = null)
    : IResult, IStatusCodeHttpResult, IValueHttpResult<T>
{
    /// <inheritdoc/>
    public int? StatusCode => status;

    /// <inheritdoc/>
    public T? Value => value;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.ETag = etag;
        // What a caller may see depends on the token: no cache in between may keep it.
        response.Headers.CacheControl = "private, no-cache";
        if (location is not null) response.Headers.Location = location;
        return response.WriteAsJsonAsync(value, DomainJson.Options, httpContext.RequestAborted);
    }
}
