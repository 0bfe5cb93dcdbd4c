using Certification.Signing.Credentials;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
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
            .WithSummary("Reads a published file: certificates, status lists and records, trust list, rulebooks, recognitions, schema, log.")
            .Produces<string>(200, "application/octet-stream").Produces(304).AnswersProblems(404);

    private static async Task<IResult> Read(string path, HttpContext http, PublicBlobs blobs, CancellationToken cancellation)
    {
        if (PublicPaths.HasTwoForms(path)) http.Response.Headers.Vary = HeaderNames.Accept;
        var wanted = PublicPaths.HasTwoForms(path) && PrefersCwt(http.Request) ? StatusPaths.Cwt(path) : path;
        var file = PublicPaths.IsServed(path) ? await blobs.Find(wanted, cancellation) : null;
        if (file is null)
        {
            return ProblemAnswer.Of(
                404, "public.not-found", "Nothing is published under this path.", "GET /v1/certificates lists what is.");
        }
        http.Response.Headers.CacheControl = PublicPaths.CachingOf(path);
        // Signed documents are for programs and other sites; nothing here depends on who asks.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        return TypedResults.Bytes(file.Content, file.ContentType, entityTag: EntityTagHeaderValue.Parse(file.ETag));
    }

    // Only who names the CWT gets it: a certificate's status URI is the JWT's, and most clients take anything.
    private static bool PrefersCwt(HttpRequest request)
    {
        double Quality(string type) => request.GetTypedHeaders().Accept.Where(accepted => accepted.MediaType == type).Select(accepted => accepted.Quality ?? 1).FirstOrDefault();
        return Quality(StatusListCwt.MediaType) > Quality(StatusListToken.MediaType);
    }
}

/// <summary>Which paths of the public container are served.</summary>
public static class PublicPaths
{
    private const string Log = "log/";
    private static readonly string[] Folders = ["certificates", "status", "status-records", "trust", "rulebooks", "recognitions", "schema"];

    /// <summary>True for a plain file name in one of the folders, and for the files of the log; anything that looks like a trick is not even looked up.</summary>
    public static bool IsServed(string path)
    {
        if (path.StartsWith(Log, StringComparison.Ordinal)) return LogPaths.IsPublic(path[Log.Length..]);
        var segments = path.Split('/');
        return segments.Length == 2 && Folders.Contains(segments[0]) && segments[1].Length is > 0 and <= 120 && segments[1][0] != '.'
            && segments[1].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
    }

    /// <summary>True for a status list under the name that certificates give: it is published as JWT and as CWT.</summary>
    public static bool HasTwoForms(string path) => path.StartsWith("status/", StringComparison.Ordinal) && path.EndsWith(".jwt", StringComparison.Ordinal)
        && !NeverChanges(path);

    /// <summary>True for files that are written once.</summary>
    public static bool NeverChanges(string path) => path.Split('/') switch
    {
        ["certificates" or "rulebooks", _] => true,
        // 1.jwt is the list as it stands, 1-2026-03-03.jwt that of a day; XA-2026-000123.jwt the latest record, XA-2026-000123-2.jwt that
        // of one step.
        ["status", var file] => file.Contains('-', StringComparison.Ordinal),
        ["status-records", var file] => file.Split('.')[0].Count(character => character == '-') == 3,
        ["log", "tile", ..] => true,
        _ => path is "schema/certificate-1.xsd" or CredentialDocuments.ContextPath or CredentialDocuments.SchemaPath,
    };

    /// <summary>How long caches may keep the file. Those that keep a checkpoint for long make a log look as if it stood still.</summary>
    internal static string CachingOf(string path) => NeverChanges(path) ? "public, max-age=31536000, immutable"
        : path.StartsWith(Log, StringComparison.Ordinal) ? "public, max-age=5" : "public, max-age=60";
}
