namespace Certification.Web.Http;

/// <summary>Gives a problem to the answers that the framework leaves without a body: no such path, method, media type.</summary>
public static class EmptyAnswers
{
    /// <summary>Fills empty error answers.</summary>
    public static IApplicationBuilder UseProblemsForEmptyAnswers(this IApplicationBuilder app) => app.UseStatusCodePages(context =>
    {
        var http = context.HttpContext;
        var (code, detail) = http.Response.StatusCode switch
        {
            404 => ("request.no-such-path", $"Nothing is at {http.Request.Path}."),
            405 => ("request.method-not-allowed", $"{http.Request.Method} is not possible at {http.Request.Path}."),
            415 => ("request.media-type", $"'{http.Request.ContentType}' is not a media type that {http.Request.Path} takes."),
            var status => ("request.malformed", $"The request was refused with status {status}."),
        };
        return ProblemAnswer
            .Of(http.Response.StatusCode, code, detail, "GET /openapi/v1.json lists the paths, methods and media types.")
            .ExecuteAsync(http);
    });
}
