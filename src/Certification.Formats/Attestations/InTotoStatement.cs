using System.Globalization;
using System.Text.Json;
using Certification.Domain;
using Certification.Domain.Evidence;

namespace Certification.Formats.Attestations;

/// <summary>An in-toto statement: what was attested of which subjects.</summary>
/// <param name="SignedAt">The time that the predicate gives for its making; null when it gives none.</param>
/// <param name="Version">Of the statement format.</param>
internal sealed record InTotoStatement(
    string PredicateType, IReadOnlyList<(string? Name, Sha256Digest? Digest)> Subjects, DateTimeOffset? SignedAt, FormatVersion? Version)
{
    // Its subject digest is taken over the digests of the files, so that the files are to be found in the predicate.
    private const string ModelSignature = "https://model_signing/signature/v1.0";

    private static readonly string[] Versions = ["https://in-toto.io/Statement/v0.1", "https://in-toto.io/Statement/v1"];

    // SLSA verification summary, provenance 0.1 and 0.2, provenance 1.0.
    private static readonly string[][] Times =
        [["timeVerified"], ["metadata", "buildFinishedOn"], ["runDetails", "metadata", "finishedOn"]];

    /// <summary>The statement in a payload of at most 4 MiB; null when it is none.</summary>
    public static InTotoStatement? Read(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            return Text(root, "predicateType") is { } type && Inner(root, "subject") is { ValueKind: JsonValueKind.Array } subjects
                ? new(type, Files(root, type, subjects), SigningTime(root), VersionOf(root))
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // A lone surrogate in a text is no JsonException, and no statement either.
            return null;
        }
    }

    private static IReadOnlyList<(string?, Sha256Digest?)> Files(JsonElement root, string type, JsonElement subjects) =>
        type == ModelSignature && Inner(root, "predicate", "resources") is { ValueKind: JsonValueKind.Array } resources
            ? [.. resources.EnumerateArray().Select(file => (Text(file, "name"), Parse(Text(file, "algorithm") == "sha256" ? Text(file, "digest") : null)))]
            : [.. subjects.EnumerateArray().Select(subject => (Text(subject, "name"), Parse(Inner(subject, "digest") is { } digest ? Text(digest, "sha256") : null)))];

    private static DateTimeOffset? SigningTime(JsonElement root) => Times
        .Select(path => Inner(root, ["predicate", .. path]) is { ValueKind: JsonValueKind.String } text
            && DateTimeOffset.TryParse(text.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTimeOffset?)null)
        .FirstOrDefault(time => time is not null);

    private static FormatVersion? VersionOf(JsonElement root) => Text(root, "_type") is { } version
        ? new(version, Versions.Contains(version), "in-toto Statement v0.1 or v1", "/payload") : null;

    private static Sha256Digest? Parse(string? text) => Sha256Digest.TryParse(text, out var digest) ? digest : null;

    private static string? Text(JsonElement owner, string name) =>
        Inner(owner, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    private static JsonElement? Inner(JsonElement owner, params string[] path)
    {
        JsonElement? inner = owner;
        foreach (var name in path)
            inner = inner is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var value) ? value : null;
        return inner;
    }
}
