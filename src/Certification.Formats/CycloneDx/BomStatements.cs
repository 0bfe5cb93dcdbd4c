using System.Buffers.Text;
using Certification.Formats.Json;

namespace Certification.Formats.CycloneDx;

/// <summary>What the declarations of a bill (CycloneDX 1.6 attestations) are worth: expiry of their evidence, and signatures
/// that cannot be any.</summary>
internal sealed class BomStatements
{
    private const string Expiry = "/declarations/evidence/*/expires";
    private const int MostPlaces = 50;

    // The shortest signature of an algorithm that anybody uses (ECDSA P-256, Ed25519) has 64 bytes.
    private const int ShortestSignature = 64;

    private readonly List<string> _placeholders = [];

    public IReadOnlyList<string> PlaceholderSignatures => _placeholders;

    /// <summary>When the last evidence of the declarations expires or expired.</summary>
    public DateTimeOffset? ExpiredOn { get; private set; }

    public static bool Wants(string shape) => shape is "/signature" or "/signature/value"
        || shape.StartsWith("/declarations", StringComparison.Ordinal);

    public void Value(JsonPlace place, JsonScalar value, JsonFacts facts)
    {
        if (place.Shape == Expiry && facts.Time(place, value) is { } expires && (ExpiredOn is null || expires > ExpiredOn))
            ExpiredOn = expires;
        if (place.Shape.EndsWith("/signature/value", StringComparison.Ordinal) && !IsSignature(value.Text) && _placeholders.Count < MostPlaces)
            _placeholders.Add(place.Pointer);
    }

    private static bool IsSignature(string? text) => text is not null
        && (Base64Url.IsValid(text, out var length) || Base64.IsValid(text, out length)) && length >= ShortestSignature;
}
