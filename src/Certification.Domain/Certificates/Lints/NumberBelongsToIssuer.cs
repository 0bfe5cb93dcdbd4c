namespace Certification.Domain.Certificates.Lints;

/// <summary>A number names its issuer; under another issuer's prefix two authorities could give out the same number.</summary>
public sealed class NumberBelongsToIssuer : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.number-belongs-to-issuer";

    /// <inheritdoc/>
    public string Clause => "design §4; ISO/IEC 17065 §7.7.1 a";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        if (draft.Number.Authority != draft.Issuer.Code)
        {
            yield return $"Number {draft.Number} does not belong to issuer {draft.Issuer.Code}.";
        }
    }
}
