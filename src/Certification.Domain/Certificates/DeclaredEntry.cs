using Certification.Domain.Submissions;

namespace Certification.Domain.Certificates;

/// <summary>A declared field as the certificate shows it: its text where it is public, else a commitment to it.</summary>
/// <param name="Field">One of <see cref="DeclaredFields.All"/>.</param>
/// <param name="Value">There exactly when the field is public.</param>
/// <param name="Commitment">There exactly when it is not.</param>
public sealed record DeclaredEntry(string Field, Visibility Visibility, string? Value, Sha256Digest? Commitment)
{
    /// <summary>The entries of a declaration, in a fixed order. A withheld field of a case without a salt is left out: without one
    /// anybody could try likely values against it.</summary>
    /// <param name="salt">Of the case, hexadecimal; null for cases that were opened before fields had a visibility.</param>
    /// <returns>Null when there is nothing to show: an empty list could not be told from none in the document.</returns>
    public static IReadOnlyList<DeclaredEntry>? Of(Declaration declaration, string? salt)
    {
        var entries = DeclaredFields.All.Select(Entry).OfType<DeclaredEntry>().ToList();
        return entries.Count > 0 ? entries : null;

        DeclaredEntry? Entry(string field)
        {
            var visibility = declaration.VisibilityOf(field);
            return declaration.ValueOf(field) is not { } value ? null
                : visibility == Visibility.Public ? new DeclaredEntry(field, visibility, value, null)
                : salt is null ? null
                : new DeclaredEntry(field, visibility, null, EvidenceEntry.CommitText(DeclaredFields.SaltOf(salt, field), value));
        }
    }
}
