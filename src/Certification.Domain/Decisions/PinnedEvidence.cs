using Certification.Domain.Evidence;
using Certification.Domain.Submissions;

namespace Certification.Domain.Decisions;

/// <summary>A file and the report on it, as a decision pins them.</summary>
/// <param name="Digest">SHA-256 of the file; of a confidential one the commitment to it. Null where such a file has no salt.</param>
/// <param name="Report">Digest of the sealed report, or the commitment to it in the same way.</param>
/// <param name="Judged">When and by what it was judged; null for reports from before decisions were recorded.</param>
public sealed record PinnedEvidence(
    string Id, string Kind, Visibility Visibility, Sha256Digest? Digest, Sha256Digest? Report, JudgingConditions? Judged)
{
    /// <summary>The pin of an item.</summary>
    /// <param name="report">Digest of its sealed report.</param>
    public static PinnedEvidence Of(EvidenceItem item, Sha256Digest report, JudgingConditions? judged) => new(
        item.Id, item.Kind, item.Visibility, PinOf(item, item.Digest), PinOf(item, report), judged);

    /// <summary>What stands in a record for a digest that belongs to an item: a bare digest of a confidential file would tell
    /// whoever holds a likely file that it is the one.</summary>
    public static Sha256Digest? PinOf(EvidenceItem item, Sha256Digest digest) =>
        item.Visibility == Visibility.Confidential ? item.CommitmentTo(digest) : digest;
}
