using System.Text.Json;
using Certification.Domain;
using Certification.Domain.Recognition;
using Certification.Signing.Json;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Signing.Federation;

/// <summary>Signs and opens recognition statements.</summary>
public static class RecognitionStatements
{
    /// <summary>Content type under which statements are published.</summary>
    public const string MediaType = "application/recognition-statement+jwt";

    /// <summary>Signs a statement with the recognising authority's statement key.</summary>
    public static ValueTask<string> SignAsync(RecognitionStatement statement, ISigningKey key, CancellationToken cancellationToken = default) =>
        SignedJson.SignAsync(SignedJsonTypes.RecognitionStatement, statement, key, cancellationToken);

    /// <summary>Opens a statement.</summary>
    /// <param name="at">The statement key must be in force at this instant.</param>
    /// <param name="fault">Why it does not open; null when it does.</param>
    public static RecognitionStatement? Open(string compact, TrustStore trust, DateTimeOffset at, out Reason? fault)
    {
        if (trust.Open(compact.Trim(), SignedJsonTypes.RecognitionStatement, ServiceKind.Statement, at, out fault) is not { } opened)
        {
            fault = fault! with { Code = fault.Code.Replace("document.", "statement.", StringComparison.Ordinal) };
            return null;
        }

        try
        {
            var statement = JsonSerializer.Deserialize<RecognitionStatement>(opened.Document.Payload.Span, DomainJson.Strict)!;
            fault = statement.Authority == opened.Authority
                ? null
                : new("statement.wrong-signer", $"The statement speaks for {statement.Authority}, but {opened.Authority} signed it.");
            return fault is null ? statement : null;
        }
        catch (JsonException)
        {
            fault = new("statement.malformed", "The statement's payload is no recognition statement.");
            return null;
        }
    }
}
