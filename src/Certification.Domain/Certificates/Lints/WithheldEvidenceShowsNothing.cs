using Certification.Domain.Submissions;

namespace Certification.Domain.Certificates.Lints;

/// <summary>A certificate is public for ever: what slips into it cannot be taken back.</summary>
public sealed class WithheldEvidenceShowsNothing : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.withheld-evidence-shows-nothing";

    /// <inheritdoc/>
    public string Clause => "design §7; mission row 12";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        foreach (var entry in draft.Evidence.Where(entry => entry.Visibility != Visibility.Public))
        {
            if (entry.Facts.Count > 0 || entry.PerformedBy is not null || entry.PerformedOn is not null)
            {
                yield return $"Withheld {entry.Kind} shows more than its kind, independence and commitment.";
            }
        }
        foreach (var entry in (draft.Declared ?? []).Where(entry => entry.Visibility == Visibility.Public != entry.Value is not null))
        {
            yield return $"The field {entry.Field} is {entry.Visibility} and shown otherwise.";
        }
    }
}
