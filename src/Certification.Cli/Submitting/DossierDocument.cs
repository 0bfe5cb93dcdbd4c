using Certification.Domain.Submissions;

namespace Certification.Cli.Submitting;

/// <summary><c>dossier.json</c>.</summary>
/// <param name="Effort">What the submission cost; optional, and told when it is handed in.</param>
/// <param name="SignedDaysAgo">Dates the declaration's statement to so many days before today; for examples, which would grow
/// stale by themselves.</param>
internal sealed record DossierDocument(Declaration Declaration, IReadOnlyList<DossierEntry> Evidence, int? SignedDaysAgo = null,
    EffortDeclaration? Effort = null)
{
    /// <summary>The declaration with its statement dated.</summary>
    public Declaration DeclarationOn(DateOnly today) => SignedDaysAgo is { } days && Declaration.Statement is { } statement
        ? Declaration with { Statement = statement with { On = today.AddDays(-days) } }
        : Declaration;
}

/// <summary>One piece of evidence in <c>dossier.json</c>. Its bytes come from <paramref name="File"/> in the folder, are made
/// by <paramref name="Generate"/> under that name, or lie at <paramref name="Shared"/> below the shared samples.</summary>
/// <param name="FirstLeftOut">True for what a demonstration holds back at first, to show the gap list.</param>
internal sealed record DossierEntry(
    string Kind,
    Visibility Visibility,
    string PerformedBy,
    string Independence,
    string? File = null,
    string? Shared = null,
    GeneratedFile? Generate = null,
    RedatedFile? Redate = null,
    bool FirstLeftOut = false,
    IReadOnlyList<string>? WithheldFacts = null);

/// <summary>A file of so many bytes that look random and depend on the seed only.</summary>
internal sealed record GeneratedFile(long Bytes, int Seed);

/// <summary>A file in which one day, as <c>yyyy-MM-dd</c>, is moved to so many days before today.</summary>
internal sealed record RedatedFile(DateOnly Day, int DaysAgo);
