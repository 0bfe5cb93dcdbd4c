using Certification.Domain.Submissions;

namespace Certification.Domain.Certificates;

/// <summary>One evidence item as the certificate shows it. What is withheld stays visible as a commitment.</summary>
/// <param name="Kind">Evidence code of the rulebook's catalogue, such as <c>capability-evaluation</c>.</param>
/// <param name="Independence"><c>first-party</c>, <c>second-party</c> or <c>third-party</c>.</param>
/// <param name="Digest">SHA-256 of a public file; for a withheld one the salted commitment of <see cref="Commit"/>.</param>
/// <param name="PerformedBy">Who produced it; null when withheld.</param>
/// <param name="PerformedOn">When; null when not stated.</param>
/// <param name="Facts">Public facts read from it; empty when withheld.</param>
public sealed record EvidenceEntry(
    string Kind,
    Visibility Visibility,
    string Independence,
    Sha256Digest Digest,
    string? PerformedBy,
    DateOnly? PerformedOn,
    IReadOnlyList<EvidenceFact> Facts)
{
    /// <summary>An item that the public may not see: its kind, its independence and a commitment to its content.</summary>
    public static EvidenceEntry Withheld(string kind, Visibility visibility, string independence, Sha256Digest commitment) =>
        new(kind, visibility, independence, commitment, null, null, []);

    /// <summary>SHA-256 over salt and digest. Without the salt, anybody who holds a likely file could confirm that it was the one.</summary>
    /// <param name="salt">At least 16 random bytes, kept with the withheld item and opened together with it.</param>
    /// <exception cref="ArgumentException">The salt is shorter.</exception>
    public static Sha256Digest Commit(ReadOnlySpan<byte> salt, Sha256Digest digest) => salt.Length >= 16
        ? Sha256Digest.Of([.. salt, .. digest.ToBytes()])
        : throw new ArgumentException($"A salt has at least 16 bytes, not {salt.Length}.", nameof(salt));

    /// <summary>SHA-256 over salt and text, for a withheld field or fact.</summary>
    public static Sha256Digest CommitText(ReadOnlySpan<byte> salt, string text) =>
        Commit(salt, Sha256Digest.Of(System.Text.Encoding.UTF8.GetBytes(text)));
}

/// <summary>One public fact, such as <c>mmlu/accuracy</c> = <c>0.742</c>.</summary>
/// <param name="Value">Null when the applicant withholds it.</param>
/// <param name="Commitment">There exactly when the value is withheld.</param>
public sealed record EvidenceFact(string Name, string? Value, Sha256Digest? Commitment = null);
