using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;

namespace Certification.Formats.Assurance;

/// <summary>Reads <c>certification/incident-response/1</c>.</summary>
internal sealed class IncidentResponseVisitor() : OwnFormatVisitor("incident-response", Members)
{
    private static readonly Layout Members = new(
        "/clocks/*/severity t", "/clocks/*/reportWithinHours n", "/contacts/*/role t", "/contacts/*/reach t", "/contacts/*/hours t",
        "/stop/who t", "/stop/withinMinutes n", "/stop/withoutConsent b", "/exercises/*/heldOn d", "/exercises/*/scenario t",
        "/exercises/*/participants/* t", "/exercises/*/minutesToStop n", "/exercises/*/hoursToReport n", "/exercises/*/lessons t");

    protected override (AssuranceDocument, IEnumerable<Claim>) Read(OwnRow document)
    {
        var plan = new IncidentResponse(
            document.Text("system"), document.Text("preparedBy"), document.Time("date"),
            [.. document.Rows("clocks").Select(row => new PlannedClock(row.Text("severity"), row.Number("reportWithinHours"), row.Where))],
            [.. document.Rows("contacts").Select(row => new IncidentContact(row.Text("role"), row.Text("reach"), row.Text("hours"), row.Where))],
            document.Has("stop/")
                ? new StopAuthority(document.Text("stop/who"), document.Number("stop/withinMinutes"), document.Truth("stop/withoutConsent"))
                : null,
            [.. document.Rows("exercises").Select(row => new IncidentExercise(
                row.Time("heldOn"), row.Text("scenario"), row.Many<string>("participants"), row.Number("minutesToStop"),
                row.Number("hoursToReport"), row.Text("lessons"), row.Where))]);
        return (plan,
        [
            new Claim(plan.System, "incident-response", Metric: "exercises held", Value: plan.Exercises.Count, PerformedOn: plan.Date,
                Where: "/exercises", PerformedBy: plan.PreparedBy),
        ]);
    }
}
