using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Json;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Signing.StatusLists;

/// <summary>What an authority says about one certificate: what the two bits of the list cannot. Signed by the status key.</summary>
/// <param name="Authority">Code of the issuing authority.</param>
/// <param name="Certificate">SHA-256 of the canonical signed body: the one certificate that bears this number.</param>
/// <param name="Since">From when on the status holds.</param>
/// <param name="Reason">Why, as a stable code such as <c>withdrawal.safety</c>; null where there is nothing to say.</param>
/// <param name="Successor">The certificate that follows it; null for none.</param>
/// <param name="IssuedAt">As of when the record is right.</param>
public sealed record StatusRecord(
    string Authority,
    CertificateNumber Number,
    Sha256Digest Certificate,
    CertificateStatus Status,
    DateTimeOffset Since,
    string? Reason,
    CertificateNumber? Successor,
    DateTimeOffset IssuedAt)
{
    /// <summary>Content type under which records are published.</summary>
    public const string MediaType = "application/status-record+jwt";

    /// <summary>Signs a record.</summary>
    public static ValueTask<string> SignAsync(StatusRecord record, ISigningKey statusKey, CancellationToken cancellationToken = default) =>
        SignedJson.SignAsync(SignedJsonTypes.StatusRecord, record, statusKey, cancellationToken);

    /// <summary>Opens a record.</summary>
    /// <param name="at">The instant that is asked about; the status key must be in force then.</param>
    /// <param name="fault">Why it does not open; null when it does.</param>
    public static OpenedStatusRecord? Open(string compact, TrustStore trust, DateTimeOffset at, out Reason? fault)
    {
        var opened = TrustedStatement<StatusRecord>.Open(
            compact, SignedJsonTypes.StatusRecord, trust, ServiceKind.Status, at, "status-record", record => record.Authority, out fault);
        if (opened is not null && opened.Value.Number.Authority != opened.Value.Authority)
        {
            fault = new("status-record.wrong-signer", $"{opened.Value.Authority} says something about {opened.Value.Number}, which is not its own.");
        }

        return opened is null || fault is not null ? null : new(opened.Value, opened.Digest);
    }
}

/// <summary>A record whose signature holds, and the digest of its payload.</summary>
public sealed record OpenedStatusRecord(StatusRecord Record, Sha256Digest Digest);
