using System.Formats.Cbor;
using Certification.Domain;
using Certification.Signing.Cose;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Signing.StatusLists;

/// <summary>The same signed status list as a CWT (draft-ietf-oauth-status-list §5.2): binary, and so little
/// more than half of the JWT, which is base64 within base64.</summary>
public static class StatusListCwt
{
    /// <summary>Content type under which tokens are published, and the <c>typ</c> of their header.</summary>
    public const string MediaType = "application/statuslist+cwt";

    /// <summary>Signs a list.</summary>
    /// <inheritdoc cref="StatusListToken.SignAsync" path="/param"/>
    public static ValueTask<byte[]> SignAsync(
        StatusList list, string subject, DateTimeOffset issuedAt, TimeSpan lifetime, TimeSpan refresh, ISigningKey key,
        CancellationToken cancellationToken = default)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(5);
        writer.WriteInt32(StatusListClaims.SubjectLabel);
        writer.WriteTextString(subject);
        writer.WriteInt32(StatusListClaims.ExpiresLabel);
        writer.WriteInt64((issuedAt + lifetime).ToUnixTimeSeconds());
        writer.WriteInt32(StatusListClaims.IssuedAtLabel);
        writer.WriteInt64(issuedAt.ToUnixTimeSeconds());
        writer.WriteInt32(StatusListClaims.ListLabel);
        writer.WriteStartMap(2);
        writer.WriteTextString("lst");
        writer.WriteByteString(list.Deflate());
        writer.WriteTextString("bits");
        writer.WriteInt32(2);
        writer.WriteEndMap();
        writer.WriteInt32(StatusListClaims.TtlLabel);
        writer.WriteInt64((long)refresh.TotalSeconds);
        writer.WriteEndMap();
        return SignedCbor.SignAsync(MediaType, writer.Encode(), key, cancellationToken);
    }

    /// <summary>Opens a token.</summary>
    /// <param name="at">The instant that is asked about; the status key must be in force then.</param>
    /// <param name="fault">Why it does not open, with the codes of the JWT; null when it does.</param>
    public static StatusListToken? Open(ReadOnlyMemory<byte> cwt, TrustStore trust, DateTimeOffset at, out Reason? fault)
    {
        if (trust.Open(cwt.Span, MediaType, ServiceKind.Status, at, out fault) is not { } opened)
        {
            fault = fault! with { Code = fault.Code.Replace("document.", "status.", StringComparison.Ordinal) };
            return null;
        }

        try
        {
            return StatusListClaims.Read(opened.Document.Payload).Token(opened.Authority, Sha256Digest.Of(opened.Document.Payload.Span));
        }
        catch (Exception broken) when (broken is CborContentException or InvalidOperationException or InvalidDataException or OverflowException or ArgumentOutOfRangeException)
        {
            fault = new("status.malformed", $"The status list cannot be read: {broken.Message}");
            return null;
        }
    }
}
