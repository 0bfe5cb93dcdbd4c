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
        if (trust.Open(compact.Trim(), type, kind, at, out fault) is { } opened)
        {
            return Read(opened, type, area, speaker, out fault);
        }

        fault = InArea(fault!, area);
        return null;
    }

    /// <summary>Opens a document that says itself when it was signed, which is the instant at which its key must have been in force.</summary>
    /// <param name="signedAt">When the payload says that it was signed.</param>
    /// <inheritdoc cref="Open"/>
    public static TrustedStatement<T>? OpenDated(
        string compact, string type, TrustStore trust, ServiceKind kind, string area, Func<T, string> speaker, Func<T, DateTimeOffset> signedAt,
        out Reason? fault)
    {
        var statement = trust.OpenAtAnyTime(compact.Trim(), type, kind, out var service, out fault) is { } opened
            ? Read(opened, type, area, speaker, out fault)
            : null;
        if (statement is null)
        {
            fault = InArea(fault!, area);
            return null;
        }

        var signed = signedAt(statement.Value);
        // Whoever holds a compromised key writes any date; one that was retired in good order is in nobody else's hands.
        fault = service!.CompromisedAt is { } since
            ? new(area + ".signer-compromised", $"The key of {service.Authority} is compromised since {since:u}; that it signed earlier is only its own word.")
            : service.IsInForce(signed) && !service.IsWithdrawn(signed) ? null
            : new(area + ".signer-not-in-force", $"The key of {service.Authority} was not in force at {signed:u}, when the document says that it was signed.");
        return fault is null ? statement : null;
    }

    private static Reason InArea(Reason fault, string area) =>
        fault with { Code = fault.Code.Replace("document.", area + ".", StringComparison.Ordinal) };

    private static TrustedStatement<T>? Read(TrustedJson opened, string type, string area, Func<T, string> speaker, out Reason? fault)
    {
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
