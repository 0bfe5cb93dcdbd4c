using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence;

/// <summary>What a reader made of one file, without judging it. At most one of the parts is there, by format; none when
/// the file was sealed unread or could not be read.</summary>
/// <param name="Format">One of <see cref="EvidenceFormats.All"/>, or <c>unknown</c>.</param>
/// <param name="Claims">What the file states, at most 200.</param>
/// <param name="Faults">Where the file is not what its format wants; empty when it was read to its end.</param>
public sealed record FormatReading(
    string Format,
    IReadOnlyList<Claim> Claims,
    IReadOnlyList<ReadingFault> Faults,
    EvaluationRun? Run = null,
    BillOfMaterials? Bom = null,
    ModelCard? Card = null,
    IReadOnlyList<ChecklistAnswer>? Checklist = null,
    DatasetDescription? Dataset = null,
    ControlAssessment? Controls = null,
    AttestationSignatures? Attestation = null)
{
    /// <summary>The version that the file says it is of; null where it says none.</summary>
    public FormatVersion? Version { get; init; }

    /// <summary>What was or will be done about findings; null where the format has no place for it.</summary>
    public IReadOnlyList<Mitigation>? Mitigations { get; init; }

    /// <summary>What a run was to do, where a file of its own says so.</summary>
    public RunSpecification? Specification { get; init; }

    /// <summary>A document in one of our own formats; null for any other.</summary>
    public AssuranceDocument? Assurance { get; init; }

    /// <summary>A file that is sealed by its digest and read by people only.</summary>
    public static FormatReading Opaque { get; } = new("opaque", [], []);

    /// <summary>A file of no known format.</summary>
    public static FormatReading Unknown(ReadingFault fault) => new("unknown", [], [fault]);
}

/// <summary>The version of a format that a file says it is of.</summary>
/// <param name="Text">As the file writes it.</param>
/// <param name="IsKnown">Whether the reader was written for it; another one is read as far as it looks alike.</param>
/// <param name="Known">The versions that the reader was written for, in words.</param>
/// <param name="Where">JSON pointer.</param>
public sealed record FormatVersion(string Text, bool IsKnown, string Known, string Where);

/// <summary>Why a file, or a part of it, could not be read.</summary>
/// <param name="Code">Stable reason code, such as <c>evidence.malformed</c>.</param>
/// <param name="Message">What was met, and what to do about it.</param>
/// <param name="Where">A JSON pointer or a line; null when the whole file is meant.</param>
public sealed record ReadingFault(string Code, string Message, string? Where = null);
