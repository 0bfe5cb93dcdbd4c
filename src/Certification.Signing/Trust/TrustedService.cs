using Certification.Signing.Keys;
using System.Security.Cryptography.X509Certificates;

namespace Certification.Signing.Trust;

/// <summary>A service of a trust list, its certificate decoded and chained to its authority's anchor once, when the list was opened.</summary>
/// <param name="Authority">Code of the authority.</param>
/// <param name="Certificate">Its X.509 certificate.</param>
/// <param name="Key">The public key, ready for use.</param>
/// <param name="CompromisedAt">Since when somebody else may hold the key; null unless that is so.</param>
public sealed record TrustedService(
    string Authority,
    ServiceKind Kind,
    ServiceStatus Status,
    DateTimeOffset From,
    DateTimeOffset? Until,
    X509Certificate2 Certificate,
    VerificationKey Key,
    DateTimeOffset? CompromisedAt = null)
{
    /// <summary>Whether the X.509 certificate is inside its validity at this instant, and the service was granted by then.</summary>
    public bool IsInForce(DateTimeOffset instant) =>
        instant >= From && instant >= Certificate.NotBefore.ToUniversalTime() && instant <= Certificate.NotAfter.ToUniversalTime();

    /// <summary>Whether the service is withdrawn at this instant.</summary>
    public bool IsWithdrawn(DateTimeOffset instant) => Status == ServiceStatus.Withdrawn && (Until is null || instant >= Until);
}
