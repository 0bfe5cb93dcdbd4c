using System.Security.Cryptography.X509Certificates;
using Certification.Domain;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>The time-stamping authority (RFC 3161) that issuing goes to, if any.</summary>
public interface ITimeStampAuthority
{
    /// <summary>Pinned roots whose tokens count; empty when no authority is configured, and nothing is stamped.</summary>
    IReadOnlyList<X509Certificate2> Roots { get; }

    /// <summary>Gets a token over a digest.</summary>
    /// <returns>A TimeStampToken in DER, verified under <see cref="Roots"/>.</returns>
    /// <exception cref="NoTimeStampException">There was no answer, or none that fits.</exception>
    Task<byte[]> Stamp(Sha256Digest digest, CancellationToken cancellation);
}

/// <summary>The time-stamping authority gave no token that counts. Another attempt may succeed.</summary>
public sealed class NoTimeStampException(Reason why) : Exception($"{why.Message} ({why.Code})");
