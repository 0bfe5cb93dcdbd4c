using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;

namespace Certification.Formats.Assurance;

/// <summary>Reads <c>certification/log-sufficiency/1</c>.</summary>
internal sealed class LogSufficiencyVisitor() : OwnFormatVisitor("log-sufficiency", Members)
{
    private static readonly Layout Members = new(
        "/logged/* t", "/retentionDays c", "/clock/source t", "/clock/maxDriftMilliseconds n", "/tamperEvidence t",
        "/reconstructions/*/heldOn d", "/reconstructions/*/by t", "/reconstructions/*/population c", "/reconstructions/*/sampled c",
        "/reconstructions/*/reconstructed c");

    protected override (AssuranceDocument, IEnumerable<Claim>) Read(OwnRow document)
    {
        var logs = new LogSufficiency(
            document.Text("system"), document.Text("preparedBy"), document.Time("date"), document.Many<string>("logged"),
            document.Count("retentionDays"), document.Text("clock/source"), document.Number("clock/maxDriftMilliseconds"),
            document.Text("tamperEvidence"),
            [.. document.Rows("reconstructions").Select(row => new Reconstruction(
                row.Time("heldOn"), row.Text("by"), row.Count("population"), row.Count("sampled"), row.Count("reconstructed"), row.Where))]);
        var (sampled, told) = (logs.Reconstructions.Sum(one => one.Sampled), logs.Reconstructions.Sum(one => one.Reconstructed));
        return (logs,
        [
            new Claim(logs.System, "log-reconstruction", Metric: "decisions reconstructed", Value: sampled > 0 ? (double?)told / sampled : null,
                Samples: sampled, SamplesTotal: logs.Reconstructions.Sum(one => one.Population),
                PerformedOn: logs.Reconstructions.Max(one => one.HeldOn) ?? logs.Date, Where: "/reconstructions", PerformedBy: logs.PreparedBy),
        ]);
    }
}
