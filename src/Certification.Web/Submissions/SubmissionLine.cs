using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Submissions;

/// <summary>A submission in a list.</summary>
/// <param name="System">Name and version.</param>
/// <param name="Organisation">The applicant's organisation.</param>
public sealed record SubmissionLine(
    string Id, string System, SubmissionStatus Status, string Organisation, RiskTier? Tier, DateTimeOffset? Deadline,
    DateTimeOffset OpenedAt, DateTimeOffset UpdatedAt)
{
    /// <summary>A row of a list as it is shown.</summary>
    public static SubmissionLine Of(SubmissionRow row) => new(
        row.Id, $"{row.System} {row.Version}", row.Status, row.Organisation, row.Tier, row.Deadline, row.OpenedAt, row.UpdatedAt);
}
