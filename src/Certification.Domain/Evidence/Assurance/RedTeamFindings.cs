namespace Certification.Domain.Evidence.Assurance;

/// <summary>What a red team found, what was done about it, and whether that holds (<c>certification/red-team-findings</c>).</summary>
/// <param name="TestedOn">Last day of the campaign.</param>
/// <param name="Attempts">How often the team tried, all techniques together.</param>
public sealed record RedTeamFindings(
    string? System, string? PreparedBy, DateTimeOffset? Date, DateTimeOffset? TestedOn, long? Attempts, IReadOnlyList<RedTeamFinding> All)
    : AssuranceDocument(System, PreparedBy, Date)
{
    /// <summary>What was done, for findings that another file of the dossier reports by the same name.</summary>
    public IReadOnlyList<Mitigation> Mitigations() =>
    [
        .. All.Where(finding => finding.Mitigation is not null).Select(finding => new Mitigation(
            finding.Title ?? finding.Id ?? "", $"{finding.Id} {finding.Title} {finding.Mitigation}",
            finding.MitigatedOn is null ? "planned" : "completed", finding.Where)),
    ];
}

/// <summary>One finding.</summary>
/// <param name="Mitigation">What was changed; null when nothing was.</param>
/// <param name="Retest">Null when nobody tried again.</param>
public sealed record RedTeamFinding(
    string? Id, string? Title, string? Severity, string? Mitigation, DateTimeOffset? MitigatedOn, Retest? Retest, string Where);

/// <summary>The attack again, on the mended system.</summary>
/// <param name="Successes">How often it still worked.</param>
public sealed record Retest(DateTimeOffset? On, string? By, long? Attempts, long? Successes);
