using System.Text.Json;
using System.Text.Json.Serialization;
using Certification.Domain;
using Certification.Signing.Json;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Signing.Federation;

/// <summary>The bearer assertion by which one authority speaks to another over HTTP (in the manner of RFC 7523): signed by a
/// federation key of the trust list, for one audience, for at most five minutes.</summary>
/// <param name="Authority">Code of the authority that speaks.</param>
/// <param name="Id">The <c>jti</c>: the receiver remembers it until <paramref name="ExpiresAt"/> and refuses it a second time.</param>
public sealed record FederationToken(string Authority, string Id, DateTimeOffset ExpiresAt)
{
    /// <summary>Longest life of an assertion.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    /// <summary>Makes an assertion.</summary>
    /// <param name="issuer">Code of the authority that speaks.</param>
    /// <param name="audience">Code of the authority that is spoken to.</param>
    /// <param name="id">Never used before, such as a new GUID.</param>
    /// <param name="now">Real time, not business time.</param>
    public static ValueTask<string> CreateAsync(
        string issuer, string audience, string id, DateTimeOffset now, ISigningKey key, CancellationToken cancellationToken = default)
    {
        var claims = new Claims(issuer, audience, now.ToUnixTimeSeconds(), (now + LongestLife).ToUnixTimeSeconds(), id);
        return SignedJson.SignAsync(SignedJsonTypes.Federation, claims, key, cancellationToken);
    }

    /// <summary>Checks an assertion.</summary>
    /// <param name="audience">Code of the authority that was spoken to.</param>
    /// <param name="now">Real time.</param>
    /// <param name="fault">Why it is refused; null when it is not.</param>
    public static FederationToken? Validate(string compact, TrustStore trust, string audience, DateTimeOffset now, out Reason? fault)
    {
        if (trust.IsStale(now))
        {
            fault = new("federation.trust-stale", $"The trust list was to be updated at {trust.NextUpdate:u}.");
            return null;
        }

        if (trust.Open(compact, SignedJsonTypes.Federation, ServiceKind.Federation, now, out fault) is not { } opened)
        {
            fault = fault! with { Code = fault.Code.Replace("document.", "federation.", StringComparison.Ordinal) };
            return null;
        }

        try
        {
            var claims = JsonSerializer.Deserialize<Claims>(opened.Document.Payload.Span, DomainJson.Strict)!;
            fault = Fault(claims, opened.Authority, audience, now);
            return fault is null ? new(opened.Authority, claims.Id, DateTimeOffset.FromUnixTimeSeconds(claims.Expires)) : null;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentOutOfRangeException)
        {
            fault = new("federation.malformed", "The assertion's claims are not iss, aud, iat, exp and jti.");
            return null;
        }
    }

    private static Reason? Fault(Claims claims, string signer, string audience, DateTimeOffset now)
    {
        var (issuedAt, expires) = (DateTimeOffset.FromUnixTimeSeconds(claims.IssuedAt), DateTimeOffset.FromUnixTimeSeconds(claims.Expires));
        if (claims.Issuer != signer)
        {
            return new("federation.wrong-issuer", $"The assertion speaks for {claims.Issuer}, but {signer} signed it.");
        }

        if (claims.Audience != audience)
        {
            return new("federation.wrong-audience", $"The assertion is for {claims.Audience}, not for {audience}.");
        }

        if (expires - issuedAt > LongestLife || issuedAt > now + ClockSkew || now >= expires + ClockSkew)
        {
            return new("federation.expired", $"The assertion is good from {issuedAt:u} to {expires:u}, for five minutes at most; now is {now:u}.");
        }

        return string.IsNullOrWhiteSpace(claims.Id) || claims.Id.Length > 100
            ? new("federation.malformed", "The assertion has no usable jti.")
            : null;
    }

    private sealed record Claims(
        [property: JsonPropertyName("iss")] string Issuer,
        [property: JsonPropertyName("aud")] string Audience,
        [property: JsonPropertyName("iat")] long IssuedAt,
        [property: JsonPropertyName("exp")] long Expires,
        [property: JsonPropertyName("jti")] string Id);
}
