namespace Certification.Domain.Certificates.Lints;

/// <summary>The holder is one of the parties that answer for the system, not a name beside them.</summary>
public sealed class HolderIsAnAccountableParty : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.holder-is-an-accountable-party";

    /// <inheritdoc/>
    public string Clause => "ISO/IEC 17065 §7.7.1 c; EU AI Act Art. 16";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        if (draft.Parties.All(party => party.Id != draft.Holder.Party))
        {
            yield return $"Holder {draft.Holder.Party} is not among the accountable parties.";
        }

        foreach (var id in draft.Parties.GroupBy(party => party.Id).Where(group => group.Count() > 1).Select(group => group.Key))
        {
            yield return $"Party {id} is listed more than once.";
        }
    }
}
