using System.Reflection;
using Certification.Domain;
using Microsoft.Net.Http.Headers;

namespace Certification.Web.Pages;

/// <summary>The style sheets and the icon, from the assembly itself, so that every host serves them without further files.</summary>
public static class SiteFiles
{
    private static readonly byte[] Style = Read("site.css");
    private static readonly byte[] Print = Read("print.css");
    private static readonly byte[] Icon = Read("favicon.svg");

    /// <summary>Carries the digest, so that a new version is fetched at once and an old one never again.</summary>
    public static string StylePath { get; } = $"/site-{Sha256Digest.Of(Style).Hex[..12]}.css";

    /// <summary>The style of the printed certificate alone.</summary>
    public static string PrintStylePath { get; } = $"/print-{Sha256Digest.Of(Print).Hex[..12]}.css";

    /// <summary>Maps the files.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(StylePath, (HttpContext http) => Serve(http, Style, "text/css; charset=utf-8"));
        pages.MapGet(PrintStylePath, (HttpContext http) => Serve(http, Print, "text/css; charset=utf-8"));
        pages.MapGet("/favicon.svg", (HttpContext http) => Serve(http, Icon, "image/svg+xml"));
    }

    private static IResult Serve(HttpContext http, byte[] content, string type)
    {
        http.Response.Headers.CacheControl = "public, max-age=604800";
        return TypedResults.Bytes(content, type, entityTag: new EntityTagHeaderValue($"\"{Sha256Digest.Of(content).Hex[..16]}\""));
    }

    private static byte[] Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
