using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;

namespace Certification.Formats.Assurance;

/// <summary>Reads <c>certification/accountability-acceptance/1</c>.</summary>
internal sealed class DutyAcceptanceVisitor() : OwnFormatVisitor("accountability-acceptance", Members)
{
    private static readonly Layout Members = new("/party t", "/signatory t", "/accepted/*/duty t", "/accepted/*/terms t");

    protected override (AssuranceDocument, IEnumerable<Claim>) Read(OwnRow document)
    {
        var acceptance = new DutyAcceptance(
            document.Text("system"), document.Text("preparedBy"), document.Time("date"), document.Text("party"), document.Text("signatory"),
            [.. document.Rows("accepted").Select(row => new AcceptedTerms(row.Text("duty"), row.Text("terms"), row.Where))]);
        return (acceptance,
        [
            new Claim(acceptance.System, "accountability-acceptance", Metric: "duties accepted", Value: acceptance.Duties.Count,
                PerformedOn: acceptance.Date, Where: "/accepted", PerformedBy: acceptance.Signatory),
        ]);
    }
}
