namespace Certification.Domain.Certificates.Lints;

/// <summary>Every system has limitations; an empty list means that nobody looked.</summary>
public sealed class LimitationsAreStated : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.limitations-are-stated";

    /// <inheritdoc/>
    public string Clause => "mission row 13; EU AI Act Art. 13(3)(b)";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        if (draft.KnownLimitations.Count == 0)
        {
            yield return "No known limitation is stated.";
        }
    }
}
