using System.Text.Json.Serialization;
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
/// <param name="Reason">Why, as a stable code such as <c>withdrawal.safety</c> (<see cref="StatusReasons"/>); null where there is nothing to say.</param>
/// <param name="Successor">The certificate that follows it; null for none.</param>
/// <param name="IssuedAt">As of when the record is right.</param>
/// <param name="Earlier">What it was before, the first step in front, empty for the first record; null when the record does not tell.</param>
public sealed record StatusRecord(
    string Authority,
    CertificateNumber Number,
    Sha256Digest Certificate,
    CertificateStatus Status,
    DateTimeOffset Since,
    string? Reason,
    CertificateNumber? Successor,
    DateTimeOffset IssuedAt,
    IReadOnlyList<StatusStep>? Earlier = null)
{
    /// <summary>Content type under which records are published.</summary>
    public const string MediaType = "application/status-record+jwt";

    /// <summary>Every step that the record tells of, the latest last.</summary>
    [JsonIgnore]
    public IReadOnlyList<StatusStep> Steps => [.. Earlier ?? [], new(Status, Since, Reason, Successor)];

    /// <summary>The step that held at an instant, as far as this record knows; null before the first one that it tells of. After
    /// <see cref="IssuedAt"/> another may have followed.</summary>
    public StatusStep? HeldAt(DateTimeOffset at) => Steps.LastOrDefault(step => step.Since <= at);

    /// <summary>Signs a record.</summary>
    public static ValueTask<string> SignAsync(StatusRecord record, ISigningKey statusKey, CancellationToken cancellationToken = default) =>
        SignedJson.SignAsync(SignedJsonTypes.StatusRecord, record, statusKey, cancellationToken);

    /// <summary>Opens a record. A record stands for years, so its key must have been in force when it was signed, and not be
    /// compromised since.</summary>
    /// <param name="fault">Why it does not open; null when it does.</param>
    public static OpenedStatusRecord? Open(string compact, TrustStore trust, out Reason? fault)
    {
        var opened = TrustedStatement<StatusRecord>.OpenDated(
            compact, SignedJsonTypes.StatusRecord, trust, ServiceKind.Status, "status-record", record => record.Authority, record => record.IssuedAt,
            out fault);
        fault ??= Misfit(opened!.Value);
        return fault is null ? new(opened!.Value, opened.Digest) : null;
    }

    private static Reason? Misfit(StatusRecord record)
    {
        if (record.Number.Authority != record.Authority)
        {
            return new("status-record.wrong-signer", $"{record.Authority} says something about {record.Number}, which is not its own.");
        }

        var inOrder = record.Steps.Zip(record.Steps.Skip(1)).All(pair => pair.First.Since <= pair.Second.Since);
        return inOrder ? null : new("status-record.malformed", $"The steps of {record.Number} are not in the order of their time.");
    }
}

/// <summary>A record whose signature holds, and the digest of its payload.</summary>
public sealed record OpenedStatusRecord(StatusRecord Record, Sha256Digest Digest);
