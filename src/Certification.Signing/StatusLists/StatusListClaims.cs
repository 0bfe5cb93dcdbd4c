using System.Formats.Cbor;
using Certification.Domain;

namespace Certification.Signing.StatusLists;

/// <summary>The claims that we read; the draft lets issuers add others, which are passed over.</summary>
internal sealed record StatusListClaims(string? Subject, long? IssuedAt, long? Expires, int? Bits, byte[]? Entries)
{
    // RFC 8392 §3.1 and draft-ietf-oauth-status-list §14.4.
    public const int SubjectLabel = 2;
    public const int ExpiresLabel = 4;
    public const int IssuedAtLabel = 6;
    public const int ListLabel = 65533;
    public const int TtlLabel = 65534;

    /// <summary>Reads a payload.</summary>
    public static StatusListClaims Read(ReadOnlyMemory<byte> payload)
    {
        var claims = new StatusListClaims(null, null, null, null, null);
        var reader = new CborReader(payload, CborConformanceMode.Strict);
        for (reader.ReadStartMap(); reader.PeekState() != CborReaderState.EndMap;)
        {
            claims = reader.ReadInt32() switch
            {
                SubjectLabel => claims with { Subject = reader.ReadTextString() },
                IssuedAtLabel => claims with { IssuedAt = reader.ReadInt64() },
                ExpiresLabel => claims with { Expires = reader.ReadInt64() },
                ListLabel => claims.WithList(reader),
                _ => claims.Passing(reader),
            };
        }

        return claims;
    }

    /// <summary>The list that the claims carry.</summary>
    /// <exception cref="InvalidDataException">A claim is missing, or the list is no zlib data.</exception>
    public StatusListToken Token(string authority, Sha256Digest digest) => this is { Subject: { } subject, IssuedAt: { } issued, Expires: { } expires, Bits: 2, Entries: { } entries }
        ? new(subject, authority, DateTimeOffset.FromUnixTimeSeconds(issued), DateTimeOffset.FromUnixTimeSeconds(expires), StatusList.Inflate(entries), digest)
        : throw new InvalidDataException("sub, iat, exp and a status_list of 2 bits an entry must be there.");

    private StatusListClaims WithList(CborReader reader)
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

    private StatusListClaims Passing(CborReader reader)
    {
        reader.SkipValue();
        return this;
    }
}
