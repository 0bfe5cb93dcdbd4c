using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;

namespace Certification.Formats.Assurance;

/// <summary>Reads <c>certification/red-team-findings/1</c>.</summary>
internal sealed class RedTeamFindingsVisitor() : OwnFormatVisitor("red-team-findings", Members)
{
    private static readonly Layout Members = new(
        "/testedOn d", "/attempts c", "/findings/*/id t", "/findings/*/title t", "/findings/*/severity t", "/findings/*/mitigation t",
        "/findings/*/mitigatedOn d", "/findings/*/retest/on d", "/findings/*/retest/by t", "/findings/*/retest/attempts c",
        "/findings/*/retest/successes c");

    protected override (AssuranceDocument, IEnumerable<Claim>) Read(OwnRow document)
    {
        var report = new RedTeamFindings(
            document.Text("system"), document.Text("preparedBy"), document.Time("date"), document.Time("testedOn"), document.Count("attempts"),
            [.. document.Rows("findings").Select(row => new RedTeamFinding(
                row.Text("id"), row.Text("title"), row.Text("severity"), row.Text("mitigation"), row.Time("mitigatedOn"),
                row.Has("retest/")
                    ? new Retest(row.Time("retest/on"), row.Text("retest/by"), row.Count("retest/attempts"), row.Count("retest/successes"))
                    : null,
                row.Where))]);
        return (report,
        [
            new Claim(report.System, "red-team", Metric: "findings", Value: report.All.Count, Samples: report.Attempts,
                PerformedOn: report.TestedOn ?? report.Date, Where: "/findings", PerformedBy: report.PreparedBy),
        ]);
    }
}
