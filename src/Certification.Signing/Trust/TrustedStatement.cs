using System.Text.Json;
using Certification.Domain;

namespace Certification.Signing.Trust;

/// <summary>A signed JSON document in which an authority speaks, read and checked to be by that authority.</summary>
/// <param name="Digest">SHA-256 of its payload.</param>
internal sealed record TrustedStatement<T>(T Value, Sha256Digest Digest) where T : class
{
    /// <summary>Opens a document.</summary>
    /// <param name="type">Its <c>typ</c>.</param>
    /// <param name="area">First part of the reason codes, such as <c>statement</c>.</param>
    /// <param name="speaker">Code of the authority in whose name the payload speaks.</param>
    /// <param name="fault">Why it does not open: <c>malformed</c>, <c>signer-unknown</c>, <c>signer-not-in-force</c>,
    /// <c>signature-invalid</c> or <c>wrong-signer</c> of the area; null when it does.</param>
    public static TrustedStatement<T>? Open(
        string compact, string type, TrustStore trust, ServiceKind kind, DateTimeOffset at, string area, Func<T, string> speaker, out Reason? fault)
    {
        if (trust.Open(compact.Trim(), type, kind, at, out fault) is not { } opened)
        {
            fault = fault! with { Code = fault.Code.Replace("document.", area + ".", StringComparison.Ordinal) };
            return null;
        }

        try
        {
            var value = JsonSerializer.Deserialize<T>(opened.Document.Payload.Span, DomainJson.Strict)!;
            fault = speaker(value) == opened.Authority
                ? null
                : new(area + ".wrong-signer", $"The document speaks for {speaker(value)}, but {opened.Authority} signed it.");
            return fault is null ? new(value, opened.Document.Digest) : null;
        }
        catch (JsonException)
        {
            fault = new(area + ".malformed", $"The payload is none of type {type}.");
            return null;
        }
    }
}
