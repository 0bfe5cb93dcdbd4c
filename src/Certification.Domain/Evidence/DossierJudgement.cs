using Certification.Domain.Evidence.Across;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Evidence;

/// <summary>Judges the files of a dossier against each other, once each was judged alone.</summary>
public static class DossierJudgement
{
    private static readonly IReadOnlyList<IDossierCheck> Checks =
    [
        new ValuesMustNotContradict(), new SampleLogsMustBearOutTheScores(), new RunsMustBeWhole(), new RedTeamFindingsMustBeClosed(),
        new FilesMustNotBeReused(),
    ];

    /// <summary>All findings on a dossier: of each file alone, in the order of the reports, then of the files against each other.</summary>
    public static IReadOnlyList<Finding> Findings(Rulebook rulebook, IReadOnlyList<EvidenceItem> evidence, IReadOnlyList<EvidenceReport> reports) =>
        [.. reports.SelectMany(report => report.Findings), .. Judge(rulebook, evidence, reports)];

    /// <summary>What the files say against each other; findings without an evidence id concern the dossier as a whole.</summary>
    public static IReadOnlyList<Finding> Judge(Rulebook rulebook, IReadOnlyList<EvidenceItem> evidence, IReadOnlyList<EvidenceReport> reports)
    {
        var dossier = new JudgedDossier(rulebook, evidence, reports);
        return [.. Checks.SelectMany(check => check.Check(dossier))];
    }
}
