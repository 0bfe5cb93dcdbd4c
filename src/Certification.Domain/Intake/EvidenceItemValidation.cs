using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Intake;

/// <summary>Checks an evidence item that somebody declares, before a byte of it is taken.</summary>
public static class EvidenceItemValidation
{
    /// <summary>Every field at fault; empty when the item may be uploaded.</summary>
    public static IReadOnlyList<FieldError> Validate(Rulebook rulebook, EvidenceItem item) =>
    [
        .. FieldRules.Code("/id", item.Id),
        .. Kind(rulebook, item),
        .. FileName(item.FileName),
        .. FieldRules.Text("/performedBy", item.PerformedBy, 200),
        .. IndependenceCodes.Find(item.Independence) is null
            ? [new FieldError("/independence", "field.independence", $"One of {string.Join(", ", IndependenceCodes.All)}.")]
            : Array.Empty<FieldError>(),
    ];

    private static IEnumerable<FieldError> Kind(Rulebook rulebook, EvidenceItem item)
    {
        if (item.Size < 1)
            yield return new("/size", "field.size", "The size is at least 1 byte.");
        if (rulebook.FindEvidence(item.Kind) is not { } kind)
            yield return new("/kind", "field.evidence-kind", $"One of {string.Join(", ", rulebook.Evidence.Select(known => known.Code))}.");
        else if (item.Size > kind.SizeLimit)
            yield return new("/size", "field.size", $"{kind.Code} takes at most {kind.SizeLimit} bytes, not {item.Size}.");
    }

    // The name is shown and never used as a path; one that looks like a path is refused all the same, since other people's
    // tools will save under it.
    private static IEnumerable<FieldError> FileName(string name) =>
    [
        .. FieldRules.Text("/fileName", name, 200),
        .. name.IndexOfAny(['/', '\\', ':']) >= 0 || name.Trim() is "." or ".."
            ? [new FieldError("/fileName", "field.file-name", "A plain file name, without folders or drives.")]
            : Array.Empty<FieldError>(),
    ];
}
