using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Decisions;

/// <summary>A record with as much of what it pins as could be read.</summary>
/// <param name="Rulebook">The text that judged; null when it could not be had.</param>
/// <param name="Dossier">The dossier, or the view of it that the reader is given; null when it could not be had.</param>
/// <param name="Evidence">By item id: the files that could be read.</param>
/// <param name="Missing">By part (<c>rulebook</c>, <c>dossier</c>, <c>evidence/e-3</c>): why it could not be had.</param>
public sealed record ReplayMaterial(
    DecisionRecord Record,
    Fetched<Rulebook>? Rulebook,
    Fetched<Dossier>? Dossier,
    IReadOnlyDictionary<string, Fetched<FormatReading>> Evidence,
    IReadOnlyDictionary<string, string> Missing)
{
    /// <summary>Name of the part that holds a file.</summary>
    public static string PartOf(string evidenceId) => $"evidence/{evidenceId}";
}

/// <summary>A part that was read, and the digest of the very bytes that it was read from.</summary>
public sealed record Fetched<T>(T Value, Sha256Digest Digest);
