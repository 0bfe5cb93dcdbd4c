namespace Certification.Domain.Certificates.Lints;

/// <summary>A scope without both axes of risk cannot be classified again by another authority.</summary>
public sealed class ScopeNamesCapabilitiesAndContexts : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.scope-names-capabilities-and-contexts";

    /// <inheritdoc/>
    public string Clause => "ISO/IEC 17065 §7.7.1 d; mission row 2";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        if (draft.Scope.Capabilities.Count == 0)
        {
            yield return "The scope names no capability.";
        }

        if (draft.Scope.Contexts.Count == 0)
        {
            yield return "The scope allows no context of use.";
        }
    }
}
