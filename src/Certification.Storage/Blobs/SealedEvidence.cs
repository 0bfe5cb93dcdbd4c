using Certification.Domain;

namespace Certification.Storage.Blobs;

/// <summary>Evidence as it stands in storage for ever.</summary>
/// <param name="Digest">SHA-256 of what is stored, computed from the stored bytes.</param>
/// <param name="Size">Bytes.</param>
public sealed record SealedEvidence(Sha256Digest Digest, long Size);

/// <summary>Leave to upload one file, straight to storage, in blocks.</summary>
/// <param name="Url">A SAS URL for Put Block and Put Block List on one staging blob; it can neither read nor list.</param>
/// <param name="ExpiresAt">Real time.</param>
public sealed record UploadGrant(Uri Url, DateTimeOffset ExpiresAt);
