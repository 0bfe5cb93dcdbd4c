namespace Certification.Domain.Lifecycle;

/// <summary>An entry of the refusal register. Authorities share it, so that a system refused in one place cannot shop for an
/// easier one; it is matched by digests and lineage, not by name.</summary>
/// <param name="Artifacts">Digests of the refused system's files.</param>
/// <param name="BaseModel">Name of the model that it was derived from; null when none was declared.</param>
public sealed record RefusalEntry(
    string SubmissionId,
    string Authority,
    string SystemName,
    string SystemVersion,
    IReadOnlyList<Sha256Digest> Artifacts,
    string? BaseModel,
    IReadOnlyList<string> Reasons,
    DateTimeOffset At);
