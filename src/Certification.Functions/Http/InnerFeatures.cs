using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.AspNetCore.Routing;

namespace Certification.Functions.Http;

/// <summary>What of a request goes on to the inner web application: the request and its connection. What the outer pipeline
/// has decided or cached about it stays outside, or the inner one would take it for its own.</summary>
internal static class InnerFeatures
{
    private static readonly HashSet<Type> Outer =
    [
        typeof(IEndpointFeature), typeof(IRouteValuesFeature), typeof(IRoutingFeature), typeof(IServiceProvidersFeature),
        typeof(IHttpAuthenticationFeature), typeof(IItemsFeature), typeof(IFormFeature), typeof(IQueryFeature),
        typeof(IRequestCookiesFeature), typeof(IResponseCookiesFeature), typeof(IHttpActivityFeature),
    ];

    /// <summary>The features of the inner request.</summary>
    public static IFeatureCollection Of(HttpContext outer)
    {
        var inner = new FeatureCollection();
        foreach (var (type, feature) in outer.Features)
        {
            if (!Outer.Contains(type)) inner[type] = feature;
        }

        return inner;
    }
}
