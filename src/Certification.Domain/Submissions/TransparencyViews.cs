using Certification.Domain.Certificates;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;

namespace Certification.Domain.Submissions;

/// <summary>What each audience sees of a case. What is withheld stays visible as its commitment, and everything that was said about it
/// (file names, findings that quote it) goes with it.</summary>
public static class TransparencyViews
{
    /// <summary>What stands where something is withheld.</summary>
    public const string Withheld = "(withheld)";

    /// <summary>The case as an audience may see it. The confidential view is everything.</summary>
    /// <param name="audience"><see cref="Visibility.Confidential"/> for the persons named in the case and the applicant's own.</param>
    public static Submission SeenBy(this Submission submission, Visibility audience)
    {
        if (audience == Visibility.Confidential) return submission;
        var hidden = submission.Evidence.Where(item => item.Visibility > audience).ToList();
        return submission with
        {
            Declaration = Declared(submission, audience),
            Evidence = [.. submission.Evidence.Select(item => item.Visibility > audience ? Commitment(item) : item with { Salt = null })],
            Findings = [.. submission.Findings.Select(finding => Seen(finding, hidden))],
            Gaps = [.. submission.Gaps.Select(gap => Seen(gap, hidden))],
            Review = submission.Review with
            {
                Conclusions = [.. submission.Review.Conclusions.Select(conclusion => conclusion with
                {
                    Findings = [.. conclusion.Findings.Select(finding => Seen(finding, hidden))],
                })],
            },
            Salt = null,
        };
    }

    /// <summary>A sealed dossier as an audience may see it: the dossier itself where nothing in it is withheld from them, since
    /// only that has its digest; else its view.</summary>
    /// <param name="submission">The case that it is of.</param>
    public static Dossier SeenBy(this Dossier dossier, Submission submission, Visibility audience)
    {
        var declaration = dossier.Declaration;
        if (dossier.Evidence.All(item => item.Visibility <= audience)
            && DeclaredFields.All.All(field => declaration.ValueOf(field) is null || declaration.VisibilityOf(field) <= audience))
        {
            return dossier;
        }
        var seen = (submission with { Declaration = declaration, Evidence = dossier.Evidence }).SeenBy(audience);
        return dossier with { Declaration = seen.Declaration, Evidence = seen.Evidence };
    }

    /// <summary>The fields that a view of a declaration does not show.</summary>
    public static IReadOnlyList<string> WithheldFields(Declaration declaration) =>
        [.. DeclaredFields.All.Where(field => declaration.ValueOf(field)?.StartsWith(Withheld, StringComparison.Ordinal) is true)];

    private static Declaration Declared(Submission submission, Visibility audience)
    {
        var declaration = submission.Declaration;
        var system = declaration.System;
        return declaration with
        {
            System = system with
            {
                Purpose = IsHidden("purpose") ? Shown("purpose") : system.Purpose,
                BaseModel = system.BaseModel is not null && IsHidden("base-model") ? new BaseModel(Shown("base-model")) : system.BaseModel,
                Datasets = system.Datasets.Count > 0 && IsHidden("datasets") ? [Shown("datasets")] : system.Datasets,
            },
        };

        bool IsHidden(string field) => declaration.VisibilityOf(field) > audience;

        string Shown(string field) => submission.Salt is { } salt
            ? $"{Withheld} sha256:{EvidenceEntry.CommitText(DeclaredFields.SaltOf(salt, field), declaration.ValueOf(field)!).Hex}"
            : Withheld;
    }

    private static EvidenceItem Commitment(EvidenceItem item) => item with
    {
        FileName = Withheld,
        Size = 0,
        Digest = item.CommitmentTo(item.Digest) ?? Sha256Digest.Of([]),
        PerformedBy = Withheld,
        Salt = null,
        WithheldFacts = null,
    };

    // A finding about the dossier as a whole may quote any of its files.
    private static Finding Seen(Finding finding, IReadOnlyList<EvidenceItem> hidden) =>
        hidden.Any(item => finding.EvidenceId is null || finding.EvidenceId == item.Id)
            ? finding with { Message = $"{Withheld} It is about evidence that is shown to the persons of the case only.", Where = null }
            : finding;

    private static Gap Seen(Gap gap, IReadOnlyList<EvidenceItem> hidden) =>
        hidden.Any(item => gap.Requirement is "dossier" || gap.Requirement == item.Id || gap.Requirement == item.Kind)
            ? gap with { Message = $"{Withheld} It is about evidence that is shown to the persons of the case only." }
            : gap;
}
