using System.Buffers.Binary;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Lifecycle;

/// <summary>Draws the certificates on a declaration that are audited afterwards. Anybody who holds the certificate can draw again and
/// find that nobody was spared; no applicant can foretell it, since a status index drawn at random stands in the signed body.</summary>
public static class AuditDraw
{
    /// <summary>Whether a certificate is drawn: the first eight bytes of its canonical digest, as a fraction of all, are below the
    /// share.</summary>
    /// <param name="share">0 to 1.</param>
    public static bool IsDrawn(Sha256Digest certificate, double share) =>
        BinaryPrimitives.ReadUInt64BigEndian(certificate.ToBytes()) / (double)ulong.MaxValue < share;

    /// <summary>The record with its audit before the officers, when it rests on a declaration and is drawn; a second time changes
    /// nothing.</summary>
    public static CertificateRecord DrawForAudit(this CertificateRecord record, SelfDeclarationTerms? terms, DateTimeOffset at)
    {
        var isDrawn = terms is not null && record is { Facts.Lane: ReviewLane.SelfDeclaration, CertificateDigest: { } digest }
            && IsDrawn(digest, terms.AuditShare);
        return isDrawn
            ? record.WithTask(new OfficerTask(
                "audit-1", "audit", "It rests on the provider's declaration, and was drawn to be audited.", at, at.AddDays(terms!.AuditWithinDays)))
            : record;
    }
}
