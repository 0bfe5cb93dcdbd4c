namespace Certification.Domain.Certificates.Lints;

/// <summary>Where the rulebook wants surveillance, it falls due while the certificate is in force.</summary>
public sealed class SurveillanceIsPlanned : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.surveillance-is-planned";

    /// <inheritdoc/>
    public string Clause => "ISO/IEC 17065 §7.9; mission row 10";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        if (context.SurveillanceRequired && draft.Surveillance.Count == 0)
        {
            yield return "The rulebook plans surveillance for this tier, the draft has none.";
        }

        var (first, last) = (DateOnly.FromDateTime(draft.Validity.NotBefore.UtcDateTime), DateOnly.FromDateTime(draft.Validity.NotAfter.UtcDateTime));
        foreach (var activity in draft.Surveillance.Where(activity => activity.FirstDue < first || activity.FirstDue > last))
        {
            yield return $"{activity.Code} falls due on {activity.FirstDue:yyyy-MM-dd}, outside the validity.";
        }

        foreach (var activity in draft.Surveillance.Where(activity => activity.EveryDays is < 1 or > 3660))
        {
            yield return $"{activity.Code} recurs every {activity.EveryDays} days; 1 to 3660 is possible.";
        }
    }
}
