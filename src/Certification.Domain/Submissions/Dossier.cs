using Certification.Domain.Rulebooks;

namespace Certification.Domain.Submissions;

/// <summary>A sealed version of what was submitted. Its digest is the dossier's id; a later version names the earlier one.</summary>
/// <param name="Version">From 1.</param>
/// <param name="Previous">Digest of the version before; null for the first.</param>
/// <param name="Rulebook">The text by which it is judged; null in dossiers that were sealed before cases were pinned to one.</param>
public sealed record Dossier(
    string SubmissionId,
    int Version,
    Sha256Digest? Previous,
    Declaration Declaration,
    IReadOnlyList<EvidenceItem> Evidence,
    RulebookReference? Rulebook = null)
{
    /// <summary>The dossier's id: SHA-256 over its canonical JSON.</summary>
    public Sha256Digest Digest() => Sha256Digest.Of(DomainJson.Bytes(this));
}
