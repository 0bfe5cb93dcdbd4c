using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Decisions;

/// <summary>Derives a recorded decision again, by the very functions that the workflow's activities called, and says where the
/// outcome is another. What people concluded and decided is taken as it stands: whether the rules let them is derived.</summary>
public static class DecisionReplay
{
    /// <summary>Replays. Pure: it is told everything, and the instants are those of the record.</summary>
    public static ReplayResult Replay(ReplayMaterial material)
    {
        var (record, notes) = (material.Record, new ReplayNotes());
        if (Texts(material, notes) is not var (rulebook, dossier, withheld))
            return notes.Result(Derived(record, null, 0, 0, null));

        var classification = Tier(record, rulebook, dossier, withheld, notes);
        var files = ReplayedFiles.Judge(material, rulebook, dossier, classification.Tier, withheld, notes);
        var findings = ReplayedFindings.Of(record, rulebook, dossier, files, notes);
        var verdict = ReplayedVerdict.Of(record, rulebook, dossier, classification, findings, withheld, notes);
        return notes.Result(Derived(record, Word(classification.Tier), files.Reports.Count, findings.Count, verdict));
    }

    // Without either text nothing can be derived; another text than the pinned one is a difference, and shows what it leads to.
    private static (Rulebook Rulebook, Dossier Dossier, IReadOnlyList<string> Withheld)? Texts(ReplayMaterial material, ReplayNotes notes)
    {
        var record = material.Record;
        if (material.Rulebook is { } text) notes.Compare("rulebook", record.Rulebook.Digest, text.Digest);
        else notes.Doubt("rulebook", material.Missing.GetValueOrDefault("rulebook", "It was not supplied."));
        IReadOnlyList<string> withheld = [];
        if (material.Dossier is not { } dossier)
        {
            notes.Doubt("dossier", material.Missing.GetValueOrDefault("dossier", "It was not supplied."));
        }
        else if (dossier.Digest != record.Dossier)
        {
            withheld = TransparencyViews.WithheldFields(dossier.Value.Declaration);
            // A view has another digest than the dossier; a dossier that withholds nothing has no reason to.
            if (withheld.Count > 0 || dossier.Value.Evidence.Any(item => item.FileName == TransparencyViews.Withheld))
                notes.Doubt("dossier", "It holds what only the persons of the case may see, so its digest cannot be formed from this view.");
            else
                notes.Differs("dossier", record.Dossier.Hex, dossier.Digest.Hex);
        }
        return material is { Rulebook: { } rulebook, Dossier: { } read } ? (rulebook.Value, read.Value, withheld) : null;
    }

    private static Classification Tier(
        DecisionRecord record, Rulebook rulebook, Dossier dossier, IReadOnlyList<string> withheld, ReplayNotes notes)
    {
        var derived = TierClassifier.Classify(rulebook, dossier.Declaration);
        var (then, now) = (Rules(record.Classification), Rules(derived));
        if (then == now && record.Classification.Tier == derived.Tier) return derived;
        if (withheld.Count > 0)
        {
            notes.Doubt("tier", $"The declaration's {string.Join(", ", withheld)} may have had a say, and cannot be seen.");
            return record.Classification;
        }
        notes.Compare("tier", Word(record.Classification.Tier), Word(derived.Tier));
        notes.Compare("tier/rules", then, now);
        return derived;
    }

    private static ReplayedDecision Derived(DecisionRecord record, string? tier, int files, int findings, string? verdict) => new(
        tier, files, findings, verdict,
        [.. record.Evidence.Select(pin => pin.Judged?.Software).OfType<string>().Append(record.Software).Distinct()],
        JudgingSoftware.Version);

    private static string Rules(Classification classification) =>
        string.Join(", ", classification.Fired.Select(rule => $"{rule.RuleId} ({Word(rule.Tier)})"));

    private static string Word(RiskTier tier) => tier.ToString().ToLowerInvariant();
}
