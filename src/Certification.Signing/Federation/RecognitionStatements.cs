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
    public static RecognitionStatement? Open(string compact, TrustStore trust, DateTimeOffset at, out Reason? fault) =>
        TrustedStatement<RecognitionStatement>.Open(
            compact, SignedJsonTypes.RecognitionStatement, trust, ServiceKind.Statement, at, "statement", statement => statement.Authority, out fault)?.Value;
}
