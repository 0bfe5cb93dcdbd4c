using Certification.Signing.Credentials;
using Certification.Signing.Xml;
using Certification.Web.Http;
using Microsoft.Net.Http.Headers;

namespace Certification.Web.Certificates;

/// <summary>The forms in which a certificate is had under its one address, chosen by Accept (RFC 9110 §12.5.1).</summary>
internal static class CertificateForms
{
    /// <summary>What became of it, unsigned: for whoever names no form.</summary>
    public const string View = "application/json";

    /// <summary>The signed statement as verifiable credential.</summary>
    public const string Credential = VerifiableCredential.MediaType;

    /// <summary>The signed statement as XML.</summary>
    public const string Document = CertificateXml.MediaType;

    private static readonly string[] All = [View, Credential, Document];

    /// <summary>The form that the request prefers; null when it takes none of them.</summary>
    public static string? Wanted(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        if (accepted.Count == 0) return View;
        // The most specific range decides the quality of a form, so that "*/*" does not outweigh what is named.
        double QualityOf(string form) => accepted.Where(range => range.MatchesMediaType(form))
            .OrderBy(range => range.MatchesAllTypes ? 2 : range.MatchesAllSubTypes ? 1 : 0)
            .Select(range => range.Quality ?? 1).FirstOrDefault();
        var best = All.MaxBy(QualityOf)!;
        return QualityOf(best) > 0 ? best : null;
    }

    /// <summary>The answer to a request that takes none of the forms.</summary>
    public static IResult NotAcceptable(HttpRequest request) => ProblemAnswer.Of(
        StatusCodes.Status406NotAcceptable, "request.not-acceptable", $"There is no form '{request.Headers.Accept}' of a certificate.",
        $"Accept {string.Join(", ", All)}, or leave Accept out.");
}
