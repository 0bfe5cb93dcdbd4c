using System.Security.Cryptography.X509Certificates;

namespace Certification.Signing.Trust;

/// <summary>Who is trusted for what, as one signed document (the shape of ETSI TS 119 612, in JSON). Anchors are pinned;
/// everything else is found in a list that a pinned anchor signed.</summary>
/// <param name="Publisher">Code of the authority whose anchor signs the list.</param>
/// <param name="Sequence">From 1, rises with every issue: who has seen a later one refuses an earlier one.</param>
/// <param name="NextUpdate">From this instant on the list is stale, and answers from it are undetermined.</param>
public sealed record TrustList(
    string Publisher,
    long Sequence,
    DateTimeOffset Issued,
    DateTimeOffset NextUpdate,
    IReadOnlyList<TrustedAuthority> Authorities);

/// <summary>One authority of a trust list.</summary>
/// <param name="Code">Two upper-case letters, such as <c>XA</c>.</param>
/// <param name="Api">Base URL of its API; no other address of it is ever called.</param>
/// <param name="Site">Base URL of what it publishes: certificates, status lists.</param>
/// <param name="Anchor">Its root certificate, DER in base64.</param>
/// <param name="Log">Its transparency log; null in entries that are older than logs.</param>
/// <param name="SecondKeys">Its keys of second signatures; null when it makes none.</param>
public sealed record TrustedAuthority(
    string Code, string Name, string Api, string Site, string Anchor, IReadOnlyList<TrustService> Services, TrustedLog? Log = null,
    IReadOnlyList<TrustedSecondKey>? SecondKeys = null);

/// <summary>A key that an authority uses, and since when.</summary>
/// <param name="Certificate">DER in base64; must chain to the authority's anchor.</param>
/// <param name="From">First instant at which it is granted.</param>
/// <param name="Until">Since when it is withdrawn; null while it is granted.</param>
/// <param name="CompromisedAt">Since when somebody else may hold the key, so that nothing it signed speaks for itself; null
/// unless that is so. A compromised key is withdrawn as well.</param>
public sealed record TrustService(
    ServiceKind Kind, string Certificate, ServiceStatus Status, DateTimeOffset From, DateTimeOffset? Until = null, DateTimeOffset? CompromisedAt = null)
{
    /// <summary>A key that is granted from the first instant of its certificate on. Several of one kind may be granted at once:
    /// that is how a key is followed by another.</summary>
    public static TrustService Of(ServiceKind kind, X509Certificate2 certificate) =>
        new(kind, Convert.ToBase64String(certificate.RawData), ServiceStatus.Granted, certificate.NotBefore.ToUniversalTime());

    /// <summary>The key, retired: what it signed until then stays good. A withdrawal is never moved to a later instant.</summary>
    public TrustService Withdrawn(DateTimeOffset at) => this with { Status = ServiceStatus.Withdrawn, Until = Earlier(Until, at) };

    /// <summary>The key, in somebody else's hands since then. Neither instant is ever moved to a later one.</summary>
    public TrustService Compromised(DateTimeOffset at) => Withdrawn(at) with { CompromisedAt = Earlier(CompromisedAt, at) };

    private static DateTimeOffset Earlier(DateTimeOffset? known, DateTimeOffset at) => known < at ? known.Value : at.ToUniversalTime();
}

/// <summary>What a key is used for; a key of one kind proves nothing in another.</summary>
public enum ServiceKind
{
    /// <summary>Signs certificates.</summary>
    Issuing,

    /// <summary>Signs status lists.</summary>
    Status,

    /// <summary>Signs recognition statements and rulebooks.</summary>
    Statement,

    /// <summary>Signs what an authority says to another over HTTP.</summary>
    Federation,

    /// <summary>Signs the checkpoints of the transparency log.</summary>
    Log,
}

/// <summary>Whether a service is trusted.</summary>
public enum ServiceStatus { Granted, Withdrawn }
