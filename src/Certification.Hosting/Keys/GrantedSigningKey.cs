using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Hosting.Keys;

/// <summary>A key that stops signing when the trust list in use withdraws it: the authority runs on after its list was replaced, and what
/// it signed with such a key nobody would believe.</summary>
internal sealed class GrantedSigningKey(ISigningKey key, ServiceKind kind, CurrentTrust trust, TimeProvider clock) : ISigningKey
{
    private readonly Domain.Sha256Digest _thumbprint = VerificationKey.ThumbprintOf(key.Certificate);

    /// <inheritdoc/>
    public X509Certificate2 Certificate => key.Certificate;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The key is withdrawn.</exception>
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken = default) =>
        trust.Snapshot.Find(kind, _thumbprint) is { } service && service.IsWithdrawn(clock.GetUtcNow())
            ? throw new InvalidOperationException(
                $"The {kind.ToString().ToLowerInvariant()} key {_thumbprint} is withdrawn. Restart the authority: it then signs with the newest key that the trust list grants.")
            : key.SignAsync(sha256, cancellationToken);
}
