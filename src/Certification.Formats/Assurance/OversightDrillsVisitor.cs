using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;

namespace Certification.Formats.Assurance;

/// <summary>Reads <c>certification/oversight-drills/1</c>.</summary>
internal sealed class OversightDrillsVisitor() : OwnFormatVisitor("oversight-drills", Members)
{
    private static readonly Layout Members = new(
        "/drills/*/heldOn d", "/drills/*/participants/* t", "/drills/*/decisions c", "/drills/*/overridden c", "/drills/*/seeded c",
        "/drills/*/caught c", "/drills/*/secondsToStop/* n", "/drills/*/operatorHours n", "/drills/*/catchRate n",
        "/drills/*/overrideRate n", "/drills/*/outcome t");

    protected override (AssuranceDocument, IEnumerable<Claim>) Read(OwnRow document)
    {
        IReadOnlyList<OversightDrill> drills = [.. document.Rows("drills").Select(row => new OversightDrill(
            row.Time("heldOn"), row.Many<string>("participants"), row.Count("decisions"), row.Count("overridden"), row.Count("seeded"),
            row.Count("caught"), row.Many<double>("secondsToStop"), row.Number("operatorHours"), row.Number("catchRate"),
            row.Number("overrideRate"), row.Text("outcome"), row.Where))];
        var all = new OversightDrills(document.Text("system"), document.Text("preparedBy"), document.Time("date"), drills);
        var last = drills.Max(drill => drill.HeldOn);
        return (all,
        [
            Share(all, "seeded errors caught", drills.Sum(drill => drill.Caught), drills.Sum(drill => drill.Seeded), last),
            Share(all, "decisions overridden", drills.Sum(drill => drill.Overridden), drills.Sum(drill => drill.Decisions), last),
        ]);
    }

    // The part is what was counted of the whole, so the whole is the number of samples behind the share.
    private static Claim Share(OversightDrills all, string metric, long? part, long? whole, DateTimeOffset? last) => new(
        all.System, "oversight-drill", Metric: metric, Value: whole > 0 ? (double?)part / whole : null, Samples: whole, PerformedOn: last,
        Where: "/drills", PerformedBy: all.PreparedBy);
}
