namespace Certification.Domain.Evidence;

/// <summary>A model card as far as certification uses it.</summary>
/// <param name="HasHeader">Whether it begins with YAML front matter.</param>
/// <param name="Title">First heading; null when there is none.</param>
/// <param name="ModelNames">Models that title and header name as the subject.</param>
/// <param name="Mentions">Other models and repositories named in passing, such as <c>facebook/bart-large</c>, at most 200.</param>
/// <param name="Variants">First column of a table of sizes or checkpoints, when the card describes several models.</param>
/// <param name="Licence">Of the header.</param>
/// <param name="Datasets">Of the header.</param>
/// <param name="BaseModels">Of the header.</param>
/// <param name="Results">Evaluation results of the header's <c>model-index</c>.</param>
/// <param name="AdvisedAgainst">Sentences that advise against a use.</param>
/// <param name="Limitations">Sentences that admit a limitation, an error or a bias.</param>
/// <param name="HasLimitationsSection">Whether a heading speaks of limitations, risks or bias.</param>
/// <param name="HasIntendedUse">Whether a heading speaks of intended or evaluated use.</param>
/// <param name="Tasks">What the header says that the model does, as model hubs call it, such as <c>text-generation</c>.</param>
/// <param name="IntendedUses">Sentences under a heading of intended use that advise against nothing.</param>
public sealed record ModelCard(
    bool HasHeader,
    string? Title,
    IReadOnlyList<string> ModelNames,
    IReadOnlyList<string> Mentions,
    IReadOnlyList<string> Variants,
    string? Licence,
    IReadOnlyList<string> Datasets,
    IReadOnlyList<string> BaseModels,
    IReadOnlyList<CardResult> Results,
    IReadOnlyList<CardStatement> AdvisedAgainst,
    IReadOnlyList<CardStatement> Limitations,
    bool HasLimitationsSection,
    bool HasIntendedUse,
    IReadOnlyList<string>? Tasks = null,
    IReadOnlyList<CardStatement>? IntendedUses = null);

/// <summary>One sentence of a card.</summary>
/// <param name="Line">From 1, where the paragraph of the sentence begins.</param>
public sealed record CardStatement(string Text, int Line);

/// <summary>One result of a <c>model-index</c>.</summary>
/// <param name="Split">Part of the dataset; null when not said.</param>
/// <param name="Revision">Revision of the dataset; null when not pinned.</param>
public sealed record CardResult(string? Model, string Dataset, string? Split, string? Revision, string Metric, double? Value);
