using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;

namespace Certification.Formats.Assurance;

/// <summary>Reads <c>certification/safeguards/1</c>.</summary>
internal sealed class SafeguardsVisitor() : OwnFormatVisitor("safeguards", Members)
{
    private static readonly Layout Members = new(
        "/safeguards/*/kind t", "/safeguards/*/what t", "/safeguards/*/tests/*/testedOn d", "/safeguards/*/tests/*/by t",
        "/safeguards/*/tests/*/attempts c", "/safeguards/*/tests/*/held c");

    protected override (AssuranceDocument, IEnumerable<Claim>) Read(OwnRow document)
    {
        var safeguards = new Safeguards(
            document.Text("system"), document.Text("preparedBy"), document.Time("date"),
            [.. document.Rows("safeguards").Select(row => new Safeguard(row.Text("kind"), row.Text("what"),
                [.. row.Rows("tests").Select(test => new SafeguardTest(
                    test.Time("testedOn"), test.Text("by"), test.Count("attempts"), test.Count("held"), test.Where))],
                row.Where))]);
        return (safeguards, safeguards.All.Select(safeguard => ClaimOf(safeguards, safeguard)));
    }

    private static Claim ClaimOf(Safeguards all, Safeguard one)
    {
        var (attempts, held) = (one.Tests.Sum(test => test.Attempts), one.Tests.Sum(test => test.Held));
        return new Claim(
            all.System, "safeguard-test", Metric: $"{one.Kind ?? "safeguard"} held", Value: attempts > 0 ? (double?)held / attempts : null,
            Samples: attempts, PerformedOn: one.Tests.Max(test => test.TestedOn), Where: one.Where,
            PerformedBy: one.Tests.LastOrDefault()?.By ?? all.PreparedBy);
    }
}
