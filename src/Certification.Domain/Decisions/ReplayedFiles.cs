using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Decisions;

/// <summary>The files of a dossier, judged again one by one.</summary>
/// <param name="Reports">On the files that could be read, in the dossier's order.</param>
/// <param name="Unread">Ids of the others.</param>
internal sealed record ReplayedFiles(IReadOnlyList<EvidenceReport> Reports, IReadOnlySet<string> Unread)
{
    public static ReplayedFiles Judge(
        ReplayMaterial material, Rulebook rulebook, Dossier dossier, RiskTier tier, IReadOnlyList<string> withheld, ReplayNotes notes)
    {
        var (reports, unread) = (new List<EvidenceReport>(), new HashSet<string>());
        var pins = material.Record.Evidence.DistinctBy(pin => pin.Id).ToDictionary(pin => pin.Id);
        foreach (var item in dossier.Evidence)
        {
            var part = ReplayMaterial.PartOf(item.Id);
            if (!pins.Remove(item.Id, out var pin))
            {
                notes.Differs(part, null, "a file of the dossier");
            }
            else if (!material.Evidence.TryGetValue(item.Id, out var file))
            {
                unread.Add(item.Id);
                notes.Doubt(part, material.Missing.GetValueOrDefault(part, "It was not supplied."));
            }
            else
            {
                reports.Add(Judge(rulebook, dossier, tier, item, pin, file, withheld, notes));
            }
        }
        foreach (var pin in pins.Values) notes.Differs(ReplayMaterial.PartOf(pin.Id), pin.Kind, null);
        return new(reports, unread);
    }

    private static EvidenceReport Judge(
        Rulebook rulebook, Dossier dossier, RiskTier tier, EvidenceItem item, PinnedEvidence pin, Fetched<FormatReading> file,
        IReadOnlyList<string> withheld, ReplayNotes notes)
    {
        var part = ReplayMaterial.PartOf(item.Id);
        notes.Compare(part, pin.Digest, PinnedEvidence.PinOf(item, file.Digest));
        if (pin.Judged is not { } judged)
        {
            notes.Doubt(part, "Its report says no instant, so how fresh it was cannot be derived; it is judged as of when it was sealed.");
            return EvidenceJudgement.Judge(rulebook, tier, dossier.Declaration, item, file.Value, item.SealedAt ?? DateTimeOffset.UnixEpoch);
        }
        var report = EvidenceJudgement.Judge(rulebook, tier, dossier.Declaration, item, file.Value, judged.At) with { Judged = judged };
        // Other software may word a finding better; only the same build owes the same bytes.
        if (judged.Software == JudgingSoftware.Version && withheld.Count == 0)
            notes.Compare($"{part}/report", pin.Report, PinnedEvidence.PinOf(item, Sha256Digest.Of(DomainJson.Bytes(report))));
        return report;
    }
}
