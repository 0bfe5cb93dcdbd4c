using System.Text;

namespace Certification.Domain.Certificates;

/// <summary>Opens one withheld item of a certificate to whoever gets it: with the salt, the commitment in the signed document can be
/// recomputed from the content. It opens nothing else.</summary>
/// <param name="Item">An evidence kind, a declared field, or a fact such as <c>mmlu/accuracy</c>.</param>
/// <param name="Salt">Hexadecimal.</param>
/// <param name="Digest">SHA-256 of the file, for an evidence item; null for a text.</param>
/// <param name="Value">The text, for a field or a fact; null for a file.</param>
public sealed record Opening(CertificateNumber Certificate, string Item, string Salt, Sha256Digest? Digest = null, string? Value = null)
{
    private const int ShortestSalt = 16;

    /// <summary>Whether the certificate committed to exactly this.</summary>
    public bool Opens(CertificateDraft certificate)
    {
        if (certificate.Number != Certificate || Commitment() is not { } commitment) return false;
        return Digest is not null
            ? certificate.Evidence.Any(entry => entry.Kind == Item && entry.Visibility != Submissions.Visibility.Public && entry.Digest == commitment)
            : (certificate.Declared ?? []).Any(entry => entry.Field == Item && entry.Commitment == commitment)
                || certificate.Evidence.SelectMany(entry => entry.Facts).Any(fact => fact.Name == Item && fact.Commitment == commitment);
    }

    private Sha256Digest? Commitment()
    {
        if (Salt.Length < 2 * ShortestSalt || Salt.Length % 2 != 0 || !Salt.All(char.IsAsciiHexDigit)) return null;
        var salt = Convert.FromHexString(Salt);
        return Digest is { } digest ? EvidenceEntry.Commit(salt, digest) : Value is { } value ? EvidenceEntry.CommitText(salt, value) : null;
    }

    /// <summary>The salt of one fact, from the salt of its file.</summary>
    public static byte[] FactSalt(string itemSalt, string fact) =>
        Sha256Digest.Of([.. Convert.FromHexString(itemSalt), .. Encoding.UTF8.GetBytes(fact)]).ToBytes();
}
