using System.Text.Json;
using Certification.Domain;

namespace Certification.Formats.Attestations;

/// <summary>An in-toto statement: what was attested of which subjects.</summary>
internal sealed record InTotoStatement(string PredicateType, IReadOnlyList<(string? Name, Sha256Digest? Digest)> Subjects)
{
    /// <summary>The statement in a payload of at most 4 MiB; null when it is none.</summary>
    public static InTotoStatement? Read(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return document.RootElement.ValueKind == JsonValueKind.Object && Text(document.RootElement, "predicateType") is { } type
                && document.RootElement.TryGetProperty("subject", out var subjects) && subjects.ValueKind == JsonValueKind.Array
                ? new(type, [.. subjects.EnumerateArray().Select(subject => (Text(subject, "name"), Digest(subject)))])
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // A lone surrogate in a text is no JsonException, and no statement either.
            return null;
        }
    }

    private static string? Text(JsonElement owner, string name) => owner.ValueKind == JsonValueKind.Object
        && owner.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static Sha256Digest? Digest(JsonElement subject) => subject.ValueKind == JsonValueKind.Object
        && subject.TryGetProperty("digest", out var digest) && Sha256Digest.TryParse(Text(digest, "sha256"), out var sha256) ? sha256 : null;
}
