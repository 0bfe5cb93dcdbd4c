using System.Text.RegularExpressions;

namespace Certification.Domain.Certificates.Lints;

/// <summary>A condition that a program cannot look up is one that nobody monitors.</summary>
public sealed partial class ConditionsAreMachineCheckable : ICertificateLint
{
    /// <inheritdoc/>
    public string Code => "lint.conditions-are-machine-checkable";

    /// <inheritdoc/>
    public string Clause => "design §4; mission row 4";

    /// <inheritdoc/>
    public IEnumerable<string> Check(CertificateDraft draft, LintContext context)
    {
        foreach (var condition in draft.Conditions.Concat(draft.Restrictions))
        {
            if (!WrittenCode().IsMatch(condition.Code))
            {
                yield return $"'{condition.Code}' is no condition code; one looks like access.rate-limit.";
            }
            else if (string.IsNullOrWhiteSpace(condition.Value) || string.IsNullOrWhiteSpace(condition.Text))
            {
                yield return $"Condition {condition.Code} lacks its value or its text.";
            }
        }
    }

    [GeneratedRegex(@"\A[a-z0-9]+([.-][a-z0-9]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex WrittenCode();
}
