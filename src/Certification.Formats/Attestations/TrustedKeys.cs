using System.Text.Json;

namespace Certification.Formats.Attestations;

/// <summary>The keys by which an authority, or whoever checks evidence, lets attestations count.</summary>
public sealed record TrustedKeys(IReadOnlyList<TrustedKey> Keys)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>No key: signatures are looked at, and none can be verified.</summary>
    public static TrustedKeys None { get; } = new([]);

    /// <summary>Takes the text of a file: one public key in PEM, or a JSON document
    /// <c>{"keys": [{"pem": "…", "id": "…", "notBefore": "2026-01-01T00:00:00Z", "notAfter": "…"}]}</c>, of which only
    /// <c>pem</c> is required.</summary>
    /// <exception cref="FormatException">It is neither, or a key in it cannot be used.</exception>
    public static TrustedKeys Parse(string text)
    {
        if (!text.AsSpan().TrimStart().StartsWith("{"))
            return new([new TrustedKey(text).Checked()]);
        try
        {
            var keys = JsonSerializer.Deserialize<TrustedKeys>(text, Strict) ?? throw new FormatException("The list of keys is null.");
            return new([.. keys.Keys.Select(key => key.Checked())]);
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The list of keys is not as it should be: {fault.Message}", fault);
        }
    }
}
