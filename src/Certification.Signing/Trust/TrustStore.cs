using System.Security.Cryptography.X509Certificates;
using Certification.Domain;
using Certification.Signing.Json;

namespace Certification.Signing.Trust;

/// <summary>Pinned trust, opened: who is trusted for what, and the digest by which an answer names this very snapshot.
/// Thread-safe; open it once and keep it.</summary>
public sealed class TrustStore
{
    private readonly Dictionary<(ServiceKind, Sha256Digest), TrustedService> _services;

    internal TrustStore(
        Sha256Digest digest, DateTimeOffset? nextUpdate, IReadOnlyList<TrustedAuthority> authorities, IEnumerable<TrustedService> services)
    {
        Digest = digest;
        NextUpdate = nextUpdate;
        Authorities = authorities;
        _services = services.ToDictionary(service => (service.Kind, service.Key.Thumbprint));
    }

    /// <summary>SHA-256 of the trust list's payload, or of the pinned certificates' DER forms in ascending order.</summary>
    public Sha256Digest Digest { get; }

    /// <summary>From when on the list is stale; null for pinned certificates, which have no date of their own.</summary>
    public DateTimeOffset? NextUpdate { get; }

    /// <summary>The authorities with their addresses; empty for pinned certificates.</summary>
    public IReadOnlyList<TrustedAuthority> Authorities { get; }

    /// <summary>The service with this certificate and this use; null when it is not trusted for that.</summary>
    public TrustedService? Find(ServiceKind kind, Sha256Digest thumbprint) => _services.GetValueOrDefault((kind, thumbprint));

    /// <summary>The certificates with which this authority may sign for this use at this instant: in force, not withdrawn.</summary>
    public IReadOnlyCollection<X509Certificate2> Granted(ServiceKind kind, string authority, DateTimeOffset at) =>
    [
        .. _services.Values
            .Where(service => service.Kind == kind && service.Authority == authority && service.IsInForce(at) && !service.IsWithdrawn(at))
            .Select(service => service.Certificate),
    ];

    /// <summary>The authority's entry; null when the list does not name it.</summary>
    public TrustedAuthority? Authority(string code) => Authorities.SingleOrDefault(authority => authority.Code == code);

    /// <summary>Whether answers from this store must be undetermined at this instant.</summary>
    public bool IsStale(DateTimeOffset at) => at >= NextUpdate;

    /// <summary>Opens a signed JSON document with a key that this store trusts for this use, in force and not withdrawn at this
    /// instant.</summary>
    /// <param name="fault">Why it does not open; null when it does.</param>
    /// <returns>The document and who signed it; null when it does not open.</returns>
    public TrustedJson? Open(string compact, string type, ServiceKind kind, DateTimeOffset at, out Reason? fault)
    {
        fault = null;
        if (SignedJson.Read(compact) is not { } unverified || unverified.Document.Type != type)
        {
            fault = new("document.malformed", $"This is no signed document of type {type}.");
        }
        else if (Find(kind, unverified.Document.Signer) is not { } service)
        {
            fault = new("document.signer-unknown", $"No {Word(kind)} key with thumbprint {unverified.Document.Signer} is trusted.");
        }
        else if (!service.IsInForce(at) || service.IsWithdrawn(at))
        {
            fault = new("document.signer-not-in-force", $"The {Word(kind)} key of {service.Authority} is not in force at {at:u}.");
        }
        else if (unverified.Verified(service.Key) is not { } document)
        {
            fault = new("document.signature-invalid", $"The signature was not made with the {Word(kind)} key of {service.Authority}.");
        }
        else
        {
            return new(service.Authority, document);
        }

        return null;
    }

    private static string Word(ServiceKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>A verified document and the authority whose key signed it.</summary>
public sealed record TrustedJson(string Authority, SignedJson Document);
