namespace Certification.Domain.Certificates.Lints;

/// <summary>A certificate whose status nobody can look up could never be withdrawn.</summary>
public sealed class StatusPointerCanBeFollowed : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.status-pointer-can-be-followed";

    /// <inheritdoc/>
    public string Clause => "draft-ietf-oauth-status-list §6";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        if (!Uri.TryCreate(draft.Status.List, UriKind.Absolute, out var list) || (list.Scheme != "https" && list.Scheme != "http"))
        {
            yield return $"'{draft.Status.List}' is no absolute http(s) URI of a status list.";
        }

        if (draft.Status.Index < 0)
        {
            yield return $"{draft.Status.Index} is no index in a status list.";
        }
    }
}
