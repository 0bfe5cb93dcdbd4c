using Certification.Domain.Submissions;

namespace Certification.Domain.Certificates;

/// <summary>The exact system that was certified. A copy whose artifacts have other digests is not covered.</summary>
/// <param name="Artifacts">At least one; their digests, not the name, identify the system.</param>
public sealed record CertifiedSystem(string Name, string Version, IReadOnlyList<ArtifactDigest> Artifacts);

/// <summary>What the certificate covers. Both axes of risk stand in it, so that another authority is able to classify again.</summary>
/// <param name="Capabilities">Capability codes of the taxonomy that were assessed.</param>
/// <param name="Contexts">Contexts of use that are allowed; use in any other is uncertified use.</param>
public sealed record CertificateScope(IReadOnlyList<string> Capabilities, IReadOnlyList<ContextOfUse> Contexts);

/// <summary>A condition or a restriction in a form that a program checks and a person reads.</summary>
/// <param name="Code">From the rulebook, such as <c>access.rate-limit</c>.</param>
/// <param name="Value">The value that the code takes, such as <c>60/min</c>.</param>
/// <param name="Text">The same in one plain sentence.</param>
public sealed record CertificateCondition(string Code, string Value, string Text);
