using System.Text.Json;
using System.Text.Json.Serialization;
using Certification.Domain;
using Certification.Signing.Json;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Signing.StatusLists;

/// <summary>A signed status list as a JWT (draft-ietf-oauth-status-list §5.1).</summary>
/// <param name="Subject">URI at which the list is published; certificates point to it.</param>
/// <param name="Authority">Code of the authority whose status key signed it.</param>
/// <param name="IssuedAt">As of when the entries are right; whole seconds.</param>
/// <param name="ExpiresAt">From when on nobody may rely on it; whole seconds.</param>
/// <param name="Digest">SHA-256 of the payload.</param>
public sealed record StatusListToken(
    string Subject, string Authority, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, StatusList Entries, Sha256Digest Digest)
{
    /// <summary>Content type under which tokens are published.</summary>
    public const string MediaType = "application/statuslist+jwt";

    /// <summary>Signs a list.</summary>
    /// <param name="subject">URI at which it will be published.</param>
    /// <param name="issuedAt">Business time.</param>
    /// <param name="lifetime">After which nobody may rely on it; verifiers usually want something fresher.</param>
    /// <param name="refresh">How long a reader may keep its copy before it asks again (<c>ttl</c>).</param>
    public static ValueTask<string> SignAsync(
        StatusList list, string subject, DateTimeOffset issuedAt, TimeSpan lifetime, TimeSpan refresh, ISigningKey key,
        CancellationToken cancellationToken = default)
    {
        var payload = new Payload(
            subject, issuedAt.ToUnixTimeSeconds(), (issuedAt + lifetime).ToUnixTimeSeconds(), (long)refresh.TotalSeconds, new(2, list.Compress()));
        return SignedJson.SignAsync(SignedJsonTypes.StatusList, payload, key, cancellationToken);
    }

    /// <summary>Opens a token.</summary>
    /// <param name="at">The instant that is asked about; the status key must be in force then.</param>
    /// <param name="fault">Why it does not open; null when it does.</param>
    public static StatusListToken? Open(string compact, TrustStore trust, DateTimeOffset at, out Reason? fault)
    {
        if (trust.Open(compact.Trim(), SignedJsonTypes.StatusList, ServiceKind.Status, at, out fault) is not { } opened)
        {
            fault = fault! with { Code = fault.Code.Replace("document.", "status.", StringComparison.Ordinal) };
            return null;
        }

        try
        {
            // The draft lets issuers add claims; ours are read and the others left alone.
            var payload = DomainJson.Read<Payload>(opened.Document.Payload.Span);
            if (payload.StatusList.Bits != 2)
            {
                fault = new("status.malformed", $"The list has {payload.StatusList.Bits} bits an entry, not 2.");
                return null;
            }

            return new(
                payload.Subject,
                opened.Authority,
                DateTimeOffset.FromUnixTimeSeconds(payload.IssuedAt),
                DateTimeOffset.FromUnixTimeSeconds(payload.Expires),
                StatusList.Decompress(payload.StatusList.Entries),
                opened.Document.Digest);
        }
        catch (Exception broken) when (broken is JsonException or FormatException or InvalidDataException or ArgumentOutOfRangeException)
        {
            fault = new("status.malformed", $"The status list cannot be read: {broken.Message}");
            return null;
        }
    }

    private sealed record Payload(
        [property: JsonPropertyName("sub")] string Subject,
        [property: JsonPropertyName("iat")] long IssuedAt,
        [property: JsonPropertyName("exp")] long Expires,
        [property: JsonPropertyName("ttl")] long Ttl,
        [property: JsonPropertyName("status_list")] Packed StatusList);

    private sealed record Packed(int Bits, [property: JsonPropertyName("lst")] string Entries);
}
