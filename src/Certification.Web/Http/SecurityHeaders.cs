namespace Certification.Web.Http;

/// <summary>Headers on every answer that make a browser trust nothing but our own files.</summary>
public static class SecurityHeaders
{
    // No script, no inline style, no frames: the pages need none of them, and an injected one does not run.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Sets the headers at the last moment before the answer starts: an error handler clears what was set earlier.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            // "no-referrer" would also hide the Origin of our own forms, by which they are told from forged ones.
            headers["Referrer-Policy"] = "same-origin";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
