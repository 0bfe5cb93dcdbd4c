using Certification.Domain.Certificates;

namespace Certification.Domain.Submissions;

/// <summary>One file of evidence as declared and, once <see cref="SealedAt"/> is set, as stored for ever.</summary>
/// <param name="Id">Within the submission, such as <c>e-3</c>.</param>
/// <param name="Kind">Evidence code of the rulebook's catalogue that this file answers, such as <c>capability-evaluation</c>.</param>
/// <param name="FileName">As the applicant named it: shown, never used as a path.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Digest">SHA-256 of the file as declared; sealing refuses any other content.</param>
/// <param name="Visibility">Who may see the content.</param>
/// <param name="PerformedBy">Who produced it: the assessing organisation or the applicant.</param>
/// <param name="Salt">Random, hexadecimal; what the certificate commits to a withheld item with. Kept as closely as the item.</param>
/// <param name="WithheldFacts">Facts of a public file which the certificate shows as commitments, such as <c>mmlu/accuracy</c>.</param>
/// <param name="Independence"><c>first-party</c>, <c>second-party</c> or <c>third-party</c>.</param>
public sealed record EvidenceItem(
    string Id,
    string Kind,
    string FileName,
    long Size,
    Sha256Digest Digest,
    Visibility Visibility,
    string PerformedBy,
    string Independence,
    DateTimeOffset? SealedAt = null,
    string? Salt = null,
    IReadOnlyList<string>? WithheldFacts = null)
{
    /// <summary>What stands for a digest of this item where the item is withheld; null for an item without a salt.</summary>
    public Sha256Digest? CommitmentTo(Sha256Digest digest) =>
        Salt is { } salt ? EvidenceEntry.Commit(Convert.FromHexString(salt), digest) : null;
}

/// <summary>Who may see something. A withheld item stays visible to everybody as a commitment.</summary>
public enum Visibility { Public, Authority, Confidential }
