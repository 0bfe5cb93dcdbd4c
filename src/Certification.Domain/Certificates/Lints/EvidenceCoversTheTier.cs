namespace Certification.Domain.Certificates.Lints;

/// <summary>The summary shows every kind of evidence that the tier requires, withheld or not.</summary>
public sealed class EvidenceCoversTheTier : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.evidence-covers-the-tier";

    /// <inheritdoc/>
    public string Clause => "design §6; mission row 6";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        var shown = draft.Evidence.Select(entry => entry.Kind).Concat(draft.Upstream?.Kinds ?? []).ToHashSet();
        foreach (var kind in context.Evidence.Where(kind => !shown.Contains(kind)))
        {
            yield return $"The evidence summary has no {kind}.";
        }
    }
}
