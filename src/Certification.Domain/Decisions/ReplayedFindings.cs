using Certification.Domain.Evidence;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Decisions;

/// <summary>The findings on a dossier, derived again. Of a file that could not be read those of the record stand, so that the
/// verdict is derived from as much as can be known.</summary>
internal static class ReplayedFindings
{
    public static IReadOnlyList<Finding> Of(
        DecisionRecord record, Rulebook rulebook, Dossier dossier, ReplayedFiles files, ReplayNotes notes)
    {
        var findings = DossierJudgement.Findings(rulebook, dossier.Evidence, files.Reports);
        var (standing, unexplained) = (new List<Finding>(), record.Findings.ToList());
        foreach (var (finding, seen) in findings.Zip(Seen(findings, dossier)))
        {
            var isRecorded = unexplained.Remove(seen);
            if (isRecorded || !IsBeyondReach(seen, files)) standing.Add(finding);
            if (!isRecorded && !IsBeyondReach(seen, files)) notes.Differs("findings", null, seen.ToString());
        }
        foreach (var finding in unexplained)
        {
            if (IsBeyondReach(finding, files)) standing.Add(finding.AsFinding());
            else notes.Differs("findings", finding.ToString(), null);
        }
        if (files.Unread.Count > 0) notes.Doubt("findings", "What the files say against each other needs all of them.");
        return standing;
    }

    // As the record has them: in the authority's view, where a finding about a confidential file has no place.
    private static IEnumerable<RecordedFinding> Seen(IReadOnlyList<Finding> findings, Dossier dossier)
    {
        var nobody = new Actor("", "", "", "");
        var submission = Submission.Open(dossier.SubmissionId, nobody, default, dossier.Declaration) with { Evidence = dossier.Evidence, Findings = findings };
        return submission.SeenBy(Visibility.Authority).Findings.Select(RecordedFinding.Of);
    }

    // About a file that could not be read, or about several of which one could not.
    private static bool IsBeyondReach(RecordedFinding finding, ReplayedFiles files) => files.Unread.Count > 0
        && (finding.EvidenceId is null || files.Unread.Contains(finding.EvidenceId) || finding.Code.StartsWith("dossier.", StringComparison.Ordinal));
}
