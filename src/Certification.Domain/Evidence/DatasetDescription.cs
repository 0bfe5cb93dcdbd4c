namespace Certification.Domain.Evidence;

/// <summary>Metadata of a dataset as far as certification uses it.</summary>
/// <param name="IsDated">Whether any date is given.</param>
/// <param name="Sha256">Digests of its files.</param>
/// <param name="PlaceholderHashes">Places where a digest should stand and something else does.</param>
/// <param name="SaysIncomplete">Whether its description calls itself incomplete.</param>
/// <param name="ResponsibleFields">How many fields speak of collection, bias, limits or people (Croissant RAI).</param>
/// <param name="HasFields">Whether its record sets name any field; null when it has no record set.</param>
/// <param name="PersonAsOrganisation">A creator that is called an organisation and is the author of the citation; null otherwise.</param>
public sealed record DatasetDescription(
    string? Name,
    string? Version,
    string? Licence,
    bool IsDated,
    IReadOnlyList<Sha256Digest> Sha256,
    IReadOnlyList<string> PlaceholderHashes,
    bool SaysIncomplete,
    int ResponsibleFields,
    bool? HasFields = null,
    string? PersonAsOrganisation = null);
