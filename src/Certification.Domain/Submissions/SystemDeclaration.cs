namespace Certification.Domain.Submissions;

/// <summary>Names the exact system: the certificate is bound to its digests, not to its name.</summary>
/// <param name="Name">As its users know it, such as <c>Qwen/Qwen2.5-7B-Instruct</c>.</param>
/// <param name="Version">The provider's own version string.</param>
/// <param name="Purpose">What it is for, in one or two sentences.</param>
/// <param name="Artifacts">The files that make up the system (weights, adapters, configuration), each with its digest; at least one.</param>
/// <param name="BaseModel">The model it was derived from; null when trained from scratch.</param>
/// <param name="Datasets">Names of the datasets it was trained or tuned on, as far as declared.</param>
/// <param name="KnownLimitations">What it does badly, in the provider's words; printed in the certificate.</param>
public sealed record SystemDeclaration(
    string Name,
    string Version,
    string Purpose,
    IReadOnlyList<ArtifactDigest> Artifacts,
    BaseModel? BaseModel,
    IReadOnlyList<string> Datasets,
    IReadOnlyList<string> KnownLimitations);

/// <summary>One file of the system.</summary>
public sealed record ArtifactDigest(string Name, Sha256Digest Digest);

/// <summary>Lineage: what a system was derived from.</summary>
/// <param name="Digest">Digest of the base model's weights, where known.</param>
public sealed record BaseModel(string Name, string? Version = null, Sha256Digest? Digest = null);

/// <summary>Kinds of change that were agreed beforehand (a predetermined change control plan).</summary>
/// <param name="Permitted">Each in a sentence that can be checked, such as "quantisation to 8 bit, MMLU loss at most 1 point".</param>
public sealed record ChangeEnvelope(IReadOnlyList<string> Permitted);
