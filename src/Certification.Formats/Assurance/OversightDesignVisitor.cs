using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;

namespace Certification.Formats.Assurance;

/// <summary>Reads <c>certification/human-oversight/1</c>.</summary>
internal sealed class OversightDesignVisitor() : OwnFormatVisitor("human-oversight", Members)
{
    private static readonly Layout Members = new(
        "/training/*/person t", "/training/*/heldOn d", "/training/*/hours n", "/training/*/content/* t", "/training/*/refreshDays c",
        "/escalation/*/when t", "/escalation/*/who t", "/escalation/*/contact t", "/escalation/*/withinMinutes n",
        "/limits/*/without t", "/limits/*/cap t", "/limits/*/enforcedBy t", "/uncertainty/*/signal t", "/uncertainty/*/shownAs t",
        "/intervention/*/who t", "/intervention/*/may t", "/intervention/*/withoutConsent b");

    protected override (AssuranceDocument, IEnumerable<Claim>) Read(OwnRow document)
    {
        var design = new OversightDesign(
            document.Text("system"), document.Text("preparedBy"), document.Time("date"),
            [.. document.Rows("training").Select(row => new OperatorTraining(
                row.Text("person"), row.Time("heldOn"), row.Number("hours"), row.Many<string>("content"), row.Count("refreshDays"), row.Where))],
            [.. document.Rows("escalation").Select(row => new EscalationLevel(
                row.Text("when"), row.Text("who"), row.Text("contact"), row.Number("withinMinutes"), row.Where))],
            [.. document.Rows("limits").Select(row => new AutonomyLimit(row.Text("without"), row.Text("cap"), row.Text("enforcedBy"), row.Where))],
            [.. document.Rows("uncertainty").Select(row => new UncertaintySignal(row.Text("signal"), row.Text("shownAs"), row.Where))],
            [.. document.Rows("intervention").Select(row => new InterventionRight(
                row.Text("who"), row.Text("may"), row.Truth("withoutConsent"), row.Where))]);
        var people = design.Training.Select(training => training.Person).OfType<string>().Distinct().Count();
        return (design,
        [
            new Claim(design.System, "human-oversight", Metric: "operators trained", Value: people, PerformedOn: design.Date,
                Where: "/training", PerformedBy: design.PreparedBy),
        ]);
    }
}
