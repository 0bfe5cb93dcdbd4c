namespace Certification.Domain.Certificates.Lints;

/// <summary>A certificate that names a system by name only would cover whatever is published under that name next.</summary>
public sealed class SystemIsNamedByItsDigests : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.system-is-named-by-its-digests";

    /// <inheritdoc/>
    public string Clause => "design §4; mission row 9";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        if (draft.System.Artifacts.Count == 0)
        {
            yield return $"System {draft.System.Name} names no artifact digest.";
        }

        foreach (var name in draft.System.Artifacts.GroupBy(artifact => artifact.Name).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return $"Artifact {name} is listed more than once.";
        }
    }
}
