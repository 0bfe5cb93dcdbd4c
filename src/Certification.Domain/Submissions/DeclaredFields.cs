using System.Text;

namespace Certification.Domain.Submissions;

/// <summary>Fields of a declaration whose visibility the applicant chooses. All others are public, because a certificate could not be
/// judged without them: name, digests, limitations, capabilities, context, and who answers.</summary>
public static class DeclaredFields
{
    /// <summary>The fields, as <c>visibilities</c> names them.</summary>
    public static IReadOnlyList<string> All { get; } = ["purpose", "base-model", "datasets"];

    /// <summary>Who may see a field; the authority alone when the applicant does not say, so that nothing becomes public by omission.</summary>
    public static Visibility VisibilityOf(this Declaration declaration, string field) =>
        declaration.Visibilities?.TryGetValue(field, out var chosen) is true ? chosen : Visibility.Authority;

    /// <summary>What a field says; null when nothing was declared.</summary>
    public static string? ValueOf(this Declaration declaration, string field) => field switch
    {
        "purpose" => declaration.System.Purpose,
        "base-model" => declaration.System.BaseModel is { } model ? Joined([model.Name, model.Version, model.Digest?.Hex]) : null,
        "datasets" => declaration.System.Datasets.Count > 0 ? string.Join("; ", declaration.System.Datasets) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "No field of a declaration whose visibility is chosen."),
    };

    /// <summary>The salt of one field, from the salt of the case: an opening of one field says nothing about another's.</summary>
    /// <param name="salt">Of the case, hexadecimal.</param>
    public static byte[] SaltOf(string salt, string field) =>
        Sha256Digest.Of([.. Convert.FromHexString(salt), .. Encoding.UTF8.GetBytes(field)]).ToBytes();

    private static string Joined(IEnumerable<string?> parts) => string.Join(", ", parts.OfType<string>());
}
