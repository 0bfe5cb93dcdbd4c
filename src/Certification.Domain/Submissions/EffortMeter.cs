using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Submissions;

/// <summary>What one closed case cost: one row of the meter.</summary>
/// <param name="Organisation">Never shown; counts how many applicants a group has.</param>
/// <param name="Size">Null when the applicant did not say.</param>
public sealed record EffortRow(
    string SubmissionId, string Organisation, RiskTier Tier, OrganisationSize? Size, int Documents, long Bytes, double? Hours,
    IReadOnlyDictionary<string, double> HoursByKind)
{
    /// <summary>The row of a case that was decided; null for any other.</summary>
    public static EffortRow? Of(Submission submission) =>
        submission is { Status: SubmissionStatus.Certified or SubmissionStatus.Refused, Classification: { } classification }
            ? new EffortRow(
                submission.Id, submission.Applicant.Organisation, classification.Tier, submission.Effort?.Size, submission.Evidence.Count,
                submission.Evidence.Sum(item => item.Size), submission.Effort?.Total,
                submission.Effort?.HoursByKind ?? new Dictionary<string, double>())
            : null;
}

/// <summary>Medians of one tier and size of organisation; null where fewer applicants than the least number told something.</summary>
/// <param name="Cases">Null when the whole group is withheld.</param>
public sealed record EffortGroup(
    RiskTier Tier, OrganisationSize? Size, int? Cases, double? MedianDocuments, double? MedianBytes, double? MedianHours);

/// <summary>What a kind of evidence takes: as the rulebook estimates, and as applicants tell.</summary>
/// <param name="DeclaredHours">The median; null where fewer applicants than the least number told something.</param>
public sealed record EffortOfKind(string Kind, int EstimatedHours, double? DeclaredHours);

/// <summary>The meter as published.</summary>
/// <param name="LeastApplicants">So many different applicants make a group that is shown.</param>
public sealed record EffortReport(int LeastApplicants, IReadOnlyList<EffortGroup> Groups, IReadOnlyList<EffortOfKind> Kinds);

/// <summary>Adds up what submissions cost, so that nobody learns anything about a single applicant: medians, and none of a group
/// with fewer than five applicants. There are no totals over groups, from which a group that is withheld could be subtracted.</summary>
public static class EffortMeter
{
    /// <summary>Applicants that a group has at least before it is shown.</summary>
    public const int LeastApplicants = 5;

    /// <summary>The report.</summary>
    public static EffortReport Report(Rulebook rulebook, IReadOnlyList<EffortRow> rows) => new(
        LeastApplicants,
        [
            .. rows.GroupBy(row => (row.Tier, row.Size)).OrderBy(group => group.Key.Tier).ThenBy(group => group.Key.Size)
                .Select(group => Group(group.Key.Tier, group.Key.Size, [.. group])),
        ],
        [.. rulebook.Evidence.Select(kind => new EffortOfKind(kind.Code, kind.EffortHours, OfKind(kind.Code, rows)))]);

    private static EffortGroup Group(RiskTier tier, OrganisationSize? size, IReadOnlyList<EffortRow> rows) => Applicants(rows) < LeastApplicants
        ? new(tier, size, null, null, null, null)
        : new(tier, size, rows.Count, Median(rows.Select(row => (double)row.Documents)), Median(rows.Select(row => (double)row.Bytes)),
            Hours([.. rows.Where(row => row.Hours is not null)], row => row.Hours!.Value));

    private static double? OfKind(string kind, IReadOnlyList<EffortRow> rows) =>
        Hours([.. rows.Where(row => row.HoursByKind.ContainsKey(kind))], row => row.HoursByKind[kind]);

    private static double? Hours(IReadOnlyList<EffortRow> told, Func<EffortRow, double> hours) =>
        Applicants(told) < LeastApplicants ? null : Math.Round(Median(told.Select(hours)), 1);

    private static int Applicants(IReadOnlyList<EffortRow> rows) =>
        rows.Select(row => row.Organisation).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
