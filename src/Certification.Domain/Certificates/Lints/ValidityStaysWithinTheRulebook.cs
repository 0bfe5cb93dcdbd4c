namespace Certification.Domain.Certificates.Lints;

/// <summary>A certificate ends, and no later than its rulebook allows for the tier.</summary>
public sealed class ValidityStaysWithinTheRulebook : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.validity-stays-within-the-rulebook";

    /// <inheritdoc/>
    public string Clause => "ISO/IEC 17065 §7.7.1 e; design §6";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        var length = draft.Validity.NotAfter - draft.Validity.NotBefore;
        if (length > context.MaximumValidity)
        {
            yield return $"A validity of {length.TotalDays:0} days is more than the {context.MaximumValidity.TotalDays:0} allowed.";
        }
    }
}
