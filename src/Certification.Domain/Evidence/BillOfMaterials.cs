namespace Certification.Domain.Evidence;

/// <summary>A bill of materials as far as certification uses it.</summary>
/// <param name="SpecVersion">Of CycloneDX, such as <c>1.6</c>.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="SubjectRef">Component that the whole bill describes (<c>metadata.component</c>); null when it is only implied.</param>
/// <param name="Components">All components, nested ones too, at most 5,000.</param>
/// <param name="DanglingReferences">References to components or statements that the file does not define.</param>
/// <param name="PlaceholderSignatures">Places of signatures that cannot be signatures.</param>
/// <param name="StatementsExpiredOn">Latest expiry among the evidence of its declarations; null when none expires.</param>
public sealed record BillOfMaterials(
    string? SpecVersion,
    DateTimeOffset? CreatedAt,
    string? SubjectRef,
    IReadOnlyList<BomComponent> Components,
    IReadOnlyList<string> DanglingReferences,
    IReadOnlyList<string> PlaceholderSignatures,
    DateTimeOffset? StatementsExpiredOn)
{
    /// <summary>Machine-learning models that are no ancestors of another.</summary>
    public IEnumerable<BomComponent> Models =>
        Components.Where(component => component is { Type: "machine-learning-model", IsAncestor: false });

    /// <summary>Models from which another was derived.</summary>
    public IEnumerable<BomComponent> Ancestors => Components.Where(component => component.IsAncestor);

    /// <summary>Datasets, whether listed as components or inside a model card.</summary>
    public IEnumerable<BomComponent> Datasets => Components.Where(component => component.Type == "data");
}

/// <summary>One component.</summary>
/// <param name="Type">CycloneDX type, such as <c>machine-learning-model</c>, <c>data</c>, <c>file</c>, <c>library</c>.</param>
/// <param name="Sha256">Digests of its content, as far as given with SHA-256.</param>
/// <param name="IsAncestor">True when it stands in a pedigree.</param>
/// <param name="Licences">SPDX ids or names.</param>
/// <param name="Where">JSON pointer.</param>
/// <param name="Task">What its model card says that it does (<c>modelParameters.task</c>); null when it does not say.</param>
public sealed record BomComponent(
    string Type,
    string Name,
    string? Version,
    string? Ref,
    IReadOnlyList<Sha256Digest> Sha256,
    IReadOnlyList<string> Licences,
    bool IsAncestor,
    string Where,
    string? Task = null);
