using Certification.Signing.PostQuantum;

namespace Certification.Signing.Trust;

/// <summary>A key of second signatures that an authority uses, and since when. The signature of the list vouches for it.</summary>
/// <param name="From">First instant at which it is granted.</param>
/// <param name="Until">Since when it is withdrawn; null while it is granted.</param>
public sealed record TrustedSecondKey(SecondKey Key, DateTimeOffset From, DateTimeOffset? Until = null)
{
    /// <summary>Whether a certificate may have been signed with it at this instant.</summary>
    public bool IsGranted(DateTimeOffset instant) => instant >= From && (Until is null || instant < Until);
}
