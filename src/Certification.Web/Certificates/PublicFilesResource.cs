using Certification.Storage.Blobs;
using Certification.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Certification.Web.Certificates;

/// <summary><c>GET /public/{path}</c>: signed documents as static files, so that anybody verifies without asking us.</summary>
public static class PublicFilesResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/public/{**path}", Read).LimitPublicReads()
            .WithSummary("Reads a published file: certificates, status lists and records, trust list, rulebooks, recognitions, schema.")
            .Produces<string>(200, "application/octet-stream").Produces(304).AnswersProblems(404);

    private static async Task<IResult> Read(string path, HttpContext http, PublicBlobs blobs, CancellationToken cancellation)
    {
        var file = PublicPaths.IsServed(path) ? await blobs.Find(path, cancellation) : null;
        if (file is null)
        {
            return ProblemAnswer.Of(
                404, "public.not-found", "Nothing is published under this path.", "GET /v1/certificates lists what is.");
        }
        http.Response.Headers.CacheControl = PublicPaths.NeverChanges(path) ? "public, max-age=31536000, immutable" : "public, max-age=60";
        // Signed documents are for programs and other sites; nothing here depends on who asks.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Bytes(file.Content, file.ContentType, entityTag: EntityTagHeaderValue.Parse(file.ETag));
    }
}

/// <summary>Which paths of the public container are served.</summary>
public static class PublicPaths
{
    private static readonly string[] Folders = ["certificates", "status", "status-records", "trust", "rulebooks", "recognitions", "schema"];

    /// <summary>True for a plain file name in one of the folders; anything that looks like a trick is not even looked up.</summary>
    public static bool IsServed(string path)
    {
        var segments = path.Split('/');
        return segments.Length == 2 && Folders.Contains(segments[0]) && segments[1].Length is > 0 and <= 120 && segments[1][0] != '.'
            && segments[1].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
    }

    /// <summary>True for files that are written once.</summary>
    public static bool NeverChanges(string path) => path.Split('/') switch
    {
        ["certificates" or "rulebooks", _] => true,
        // XA-2026-000123.jwt is the latest record, XA-2026-000123-2.jwt that of one step.
        ["status-records", var file] => file.Count(character => character == '-') == 3,
        _ => path == "schema/certificate-1.xsd",
    };
}
