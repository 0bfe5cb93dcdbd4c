using Certification.Web.Pages;
using Microsoft.AspNetCore.Authentication.JwtBearer;

namespace Certification.Web.Access;

/// <summary>The token in a browser: for pages only, and there only for reading. The API never looks at it, so that no
/// other site can make a signed-in browser change anything.</summary>
public static class SignInCookie
{
    /// <summary>The prefix makes browsers insist on path and host (RFC 6265bis §4.1.3); plain HTTP on loopback cannot carry it.</summary>
    private const string SecureName = "__Host-token";

    private const string LoopbackName = "token";

    /// <summary>Takes the token from the cookie when a page is read and no header gave one.</summary>
    public static Task Read(MessageReceivedContext context)
    {
        var http = context.HttpContext;
        var isPageRead = HttpMethods.IsGet(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<PageMark>() is not null;
        if (isPageRead && !http.Request.Headers.ContainsKey("Authorization")) context.Token = http.Request.Cookies[Name(http)];
        return Task.CompletedTask;
    }

    /// <summary>Keeps a token until it expires.</summary>
    public static void Set(HttpContext http, string token, DateTimeOffset expires) => http.Response.Cookies.Append(
        Name(http), token,
        new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = http.Request.IsHttps, Path = "/", Expires = expires, IsEssential = true,
        });

    /// <summary>Forgets the token.</summary>
    public static void Clear(HttpContext http) =>
        http.Response.Cookies.Delete(Name(http), new CookieOptions { Path = "/", Secure = http.Request.IsHttps });

    /// <summary>True when the browser holds a token, good or not.</summary>
    public static bool IsPresent(HttpContext http) => http.Request.Cookies.ContainsKey(Name(http));

    private static string Name(HttpContext http) => http.Request.IsHttps ? SecureName : LoopbackName;
}
