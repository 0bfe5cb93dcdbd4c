using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography.X509Certificates;
using Certification.Domain;
using Certification.Signing.Cose;
using Certification.Signing.Json;
using Certification.Signing.Log;

namespace Certification.Signing.Trust;

/// <summary>Pinned trust, opened: who is trusted for what, and the digest by which an answer names this very snapshot.
/// Thread-safe; open it once and keep it.</summary>
public sealed class TrustStore
{
    private readonly Dictionary<(ServiceKind, Sha256Digest), TrustedService> _services;
    private readonly IReadOnlyList<TrustedNoteKeys> _logs;
    private readonly ConcurrentDictionary<(string Origin, string Thumbprint), NoteVerifier?> _noteKeys = new();

    internal TrustStore(
        Sha256Digest digest, DateTimeOffset? nextUpdate, IReadOnlyList<TrustedAuthority> authorities, IEnumerable<TrustedService> services,
        IReadOnlyList<TrustedNoteKeys> logs)
    {
        _logs = logs;
        Digest = digest;
        NextUpdate = nextUpdate;
        Authorities = authorities;
        _services = services.ToDictionary(service => (service.Kind, service.Key.Thumbprint));
    }

    /// <summary>SHA-256 of the trust list's payload, or of the pinned certificates' DER forms in ascending order.</summary>
    public Sha256Digest Digest { get; }

    /// <summary>From when on the list is stale; null for pinned certificates, which have no date of their own.</summary>
    public DateTimeOffset? NextUpdate { get; }

    /// <summary>The list's sequence; null for pinned certificates.</summary>
    public long? Sequence { get; internal init; }

    /// <summary>Code of the authority whose anchor signed the list; null for pinned certificates.</summary>
    public string? Publisher { get; internal init; }

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

    /// <summary>The anchor that signed the list, DER in base64; null for pinned certificates.</summary>
    internal string? PublisherAnchor() => Publisher is { } code ? Authority(code)?.Anchor : null;

    /// <summary>The logs that are trusted at this instant, each by its authority's keys, and the witnesses: the authorities of the
    /// list, none of which counts for its own log.</summary>
    /// <param name="needed">How many witnesses must have cosigned; 0 for none.</param>
    public LogPolicy Logs(int needed, DateTimeOffset at) => new(
        [.. _logs.SelectMany(log => log.Keys.Concat(Granted(ServiceKind.Log, log.Authority, at)
            .Select(certificate => NoteKey(log.Origin, certificate))
            .OfType<NoteVerifier>()))],
        [.. _logs.SelectMany(log => log.Witnesses)],
        needed) { OwnWitnesses = _logs.SelectMany(log => log.Witnesses.Select(own => (log.Origin, own.PublicKey))).ToHashSet() };

    // Taking a key out of its certificate costs more than a signature, and a server asks for every document.
    private NoteVerifier? NoteKey(string origin, X509Certificate2 certificate) => _noteKeys.GetOrAdd(
        (origin, certificate.Thumbprint), _ => EcdsaNoteVerifier.OrNull(origin, certificate.PublicKey.ExportSubjectPublicKeyInfo()));

    /// <summary>Whether answers from this store must be undetermined at this instant.</summary>
    public bool IsStale(DateTimeOffset at) => at >= NextUpdate;

    /// <summary>Opens a signed JSON document with a key that this store trusts for this use, in force and not withdrawn at this
    /// instant.</summary>
    /// <param name="fault">Why it does not open; null when it does.</param>
    /// <returns>The document and who signed it; null when it does not open.</returns>
    public TrustedJson? Open(string compact, string type, ServiceKind kind, DateTimeOffset at, out Reason? fault)
    {
        var unverified = SignedJson.Read(compact);
        return Signer(unverified?.Document.Type == type ? unverified!.Document.Signer : null, type, kind, at, out fault) is { } service
            && IsSigned(unverified!.Verified(service.Key), service, out fault, out var document)
            ? new(service.Authority, document)
            : null;
    }

    /// <summary>Opens a signed JSON document with a key that this store knows for this use, whether or not it is still in force: for
    /// documents whose date the caller judges.</summary>
    /// <param name="service">Whose key signed it; null when it does not open.</param>
    /// <inheritdoc cref="Open(string, string, ServiceKind, DateTimeOffset, out Reason?)"/>
    internal TrustedJson? OpenAtAnyTime(string compact, string type, ServiceKind kind, out TrustedService? service, out Reason? fault)
    {
        var unverified = SignedJson.Read(compact);
        service = Known(unverified?.Document.Type == type ? unverified!.Document.Signer : null, type, kind, out fault);
        return service is not null && IsSigned(unverified!.Verified(service.Key), service, out fault, out var document)
            ? new(service.Authority, document)
            : null;
    }

    /// <summary>Opens a signed CBOR document in the same way.</summary>
    /// <inheritdoc cref="Open(string, string, ServiceKind, DateTimeOffset, out Reason?)"/>
    public TrustedCbor? Open(ReadOnlySpan<byte> bytes, string type, ServiceKind kind, DateTimeOffset at, out Reason? fault)
    {
        var unverified = SignedCbor.Read(bytes);
        return Signer(unverified?.Document.Type == type ? unverified!.Document.Signer : null, type, kind, at, out fault) is { } service
            && IsSigned(unverified!.Verified(service.Key), service, out fault, out var document)
            ? new(service.Authority, document)
            : null;
    }

    /// <summary>The service that may have signed a document; null, with the fault, when none may.</summary>
    /// <param name="thumbprint">Null when what was read is no document of the type.</param>
    private TrustedService? Signer(Sha256Digest? thumbprint, string type, ServiceKind kind, DateTimeOffset at, out Reason? fault)
    {
        if (Known(thumbprint, type, kind, out fault) is not { } service) return null;
        fault = !service.IsInForce(at) || service.IsWithdrawn(at)
            ? new("document.signer-not-in-force", $"The {Word(kind)} key of {service.Authority} is not in force at {at:u}.")
            : null;
        return fault is null ? service : null;
    }

    private TrustedService? Known(Sha256Digest? thumbprint, string type, ServiceKind kind, out Reason? fault)
    {
        var service = thumbprint is { } sought ? Find(kind, sought) : null;
        fault = thumbprint is null ? new("document.malformed", $"This is no signed document of type {type}.")
            : service is null ? new("document.signer-unknown", $"No {Word(kind)} key with thumbprint {thumbprint} is trusted.")
            // Its thief writes any date into a document: one that can be signed anew is never believed for its age.
            : service.CompromisedAt is { } since ? new("document.signer-compromised", $"The {Word(kind)} key of {service.Authority} is compromised since {since:u}.")
            : null;
        return fault is null ? service : null;
    }

    private static bool IsSigned<T>(T? verified, TrustedService service, out Reason? fault, [NotNullWhen(true)] out T? document) where T : class
    {
        document = verified;
        fault = verified is null
            ? new("document.signature-invalid", $"The signature was not made with the {Word(service.Kind)} key of {service.Authority}.")
            : null;
        return verified is not null;
    }

    private static string Word(ServiceKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>A verified document and the authority whose key signed it.</summary>
public sealed record TrustedJson(string Authority, SignedJson Document);

/// <summary>A verified CBOR document and the authority whose key signed it.</summary>
public sealed record TrustedCbor(string Authority, SignedCbor Document);
