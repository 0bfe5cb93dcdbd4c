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

    // RFC 8392 §3.1 and draft-ietf-oauth-status-list §14.4.
    private const int Subject = 2;
    private const int Expires = 4;
    private const int IssuedAt = 6;
    private const int List = 65533;
    private const int Ttl = 65534;

    /// <summary>Signs a list.</summary>
    /// <inheritdoc cref="StatusListToken.SignAsync" path="/param"/>
    public static ValueTask<byte[]> SignAsync(
        StatusList list, string subject, DateTimeOffset issuedAt, TimeSpan lifetime, TimeSpan refresh, ISigningKey key,
        CancellationToken cancellationToken = default)
    {
        var writer = new CborWriter(CborConformanceMode.Canonical);
        writer.WriteStartMap(5);
        writer.WriteInt32(Subject);
        writer.WriteTextString(subject);
        writer.WriteInt32(Expires);
        writer.WriteInt64((issuedAt + lifetime).ToUnixTimeSeconds());
        writer.WriteInt32(IssuedAt);
        writer.WriteInt64(issuedAt.ToUnixTimeSeconds());
        writer.WriteInt32(List);
        writer.WriteStartMap(2);
        writer.WriteTextString("lst");
        writer.WriteByteString(list.Deflate());
        writer.WriteTextString("bits");
        writer.WriteInt32(2);
        writer.WriteEndMap();
        writer.WriteInt32(Ttl);
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
            return Claims.Read(opened.Document.Payload).Token(opened.Authority, Sha256Digest.Of(opened.Document.Payload.Span));
        }
        catch (Exception broken) when (broken is CborContentException or InvalidOperationException or InvalidDataException or OverflowException or ArgumentOutOfRangeException)
        {
            fault = new("status.malformed", $"The status list cannot be read: {broken.Message}");
            return null;
        }
    }

    /// <summary>The claims that we read; the draft lets issuers add others, which are passed over.</summary>
    private sealed record Claims(string? Subject, long? IssuedAt, long? Expires, int? Bits, byte[]? Entries)
    {
        public static Claims Read(ReadOnlyMemory<byte> payload)
        {
            var claims = new Claims(null, null, null, null, null);
            var reader = new CborReader(payload, CborConformanceMode.Strict);
            for (reader.ReadStartMap(); reader.PeekState() != CborReaderState.EndMap;)
            {
                claims = reader.ReadInt32() switch
                {
                    StatusListCwt.Subject => claims with { Subject = reader.ReadTextString() },
                    StatusListCwt.IssuedAt => claims with { IssuedAt = reader.ReadInt64() },
                    StatusListCwt.Expires => claims with { Expires = reader.ReadInt64() },
                    List => claims.WithList(reader),
                    _ => claims.Passing(reader),
                };
            }

            return claims;
        }

        public StatusListToken Token(string authority, Sha256Digest digest) => this is { Subject: { } subject, IssuedAt: { } issued, Expires: { } expires, Bits: 2, Entries: { } entries }
            ? new(subject, authority, DateTimeOffset.FromUnixTimeSeconds(issued), DateTimeOffset.FromUnixTimeSeconds(expires), StatusList.Inflate(entries), digest)
            : throw new InvalidDataException("sub, iat, exp and a status_list of 2 bits an entry must be there.");

        private Claims WithList(CborReader reader)
        {
            var (claims, end) = (this, CborReaderState.EndMap);
            for (reader.ReadStartMap(); reader.PeekState() != end;)
            {
                claims = reader.ReadTextString() switch
                {
                    "bits" => claims with { Bits = reader.ReadInt32() },
                    "lst" => claims with { Entries = reader.ReadByteString() },
                    _ => claims.Passing(reader),
                };
            }

            reader.ReadEndMap();
            return claims;
        }

        private Claims Passing(CborReader reader)
        {
            reader.SkipValue();
            return this;
        }
    }
}
