using Certification.Web.Access;

namespace Certification.Web;

/// <summary>What the web layer is told by the host that it runs in.</summary>
/// <param name="Development">The local issuer, in Development; null anywhere else, and then <c>/dev/*</c> does not exist.</param>
/// <param name="Issuer">The OpenID Connect issuer outside Development.</param>
/// <param name="PublicReadsPerMinute">Public requests that one address may make in a minute.</param>
public sealed record WebSettings(DevelopmentIssuer? Development, TokenIssuer? Issuer, int PublicReadsPerMinute = 1_200);
