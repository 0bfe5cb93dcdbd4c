namespace Certification.Domain.Certificates.Lints;

/// <summary>No issuance while a duty is unowned, unaccepted, or owned by a party that has left.</summary>
public sealed class EveryDutyHasAnOwnerWhoAccepted : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.every-duty-has-an-owner-who-accepted";

    /// <inheritdoc/>
    public string Clause => "mission row 14; EU AI Act Art. 16, 26";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        foreach (var gap in context.Accountability ?? [])
        {
            yield return gap.Message;
        }

        var owned = draft.Parties.Where(party => party.AcceptedOn is not null).SelectMany(party => party.Duties).ToHashSet();
        foreach (var duty in context.Duties.Where(duty => !owned.Contains(duty)))
        {
            yield return $"Nobody has accepted the duty {duty}.";
        }
    }
}
