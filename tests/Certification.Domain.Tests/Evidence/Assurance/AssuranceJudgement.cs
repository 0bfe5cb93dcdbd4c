using Certification.Domain.Evidence;
using Certification.Domain.Evidence.Assurance;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Xunit;

namespace Certification.Domain.Tests.Evidence.Assurance;

/// <summary>Judges documents of ours by the floor, for tests that start from a sound one and break one thing.</summary>
internal static class AssuranceJudgement
{
    internal const string Helper = "acme/helper";
    internal static readonly DateTimeOffset LastMonth = A.Monday.AddDays(-30);

    /// <summary>The floor with one incident clock of its own, so that the tests do not move with the floor's.</summary>
    private static readonly Rulebook Floor = RulebookLibrary.Floor with { IncidentClocks = [new IncidentClock("death", "A person died", 48)] };

    internal static void Sound(string kind, AssuranceDocument document, RiskTier tier = RiskTier.High) => Assert.Empty(Codes(kind, document, tier));

    /// <summary>Exactly this finding, major, and nothing else.</summary>
    internal static void One(string code, string kind, AssuranceDocument document, RiskTier tier = RiskTier.High) =>
        Assert.Equal([code], Codes(kind, document, tier).Distinct());

    internal static IEnumerable<string> Codes(string kind, AssuranceDocument document, RiskTier tier, Declaration? declaration = null)
    {
        var format = Floor.FindEvidence(kind)!.Formats[0];
        var reading = new FormatReading(format, [], []) { Assurance = document };
        var item = A.Evidence() with { Kind = kind, Independence = "third-party" };
        return EvidenceJudgement.Judge(Floor, tier, declaration ?? A.Declaration(), item, reading, A.Monday).Findings.Select(finding => finding.Code);
    }
}
