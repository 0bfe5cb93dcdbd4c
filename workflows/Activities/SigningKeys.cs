using Certification.Signing.Keys;

namespace Certification.Workflows.Activities;

/// <summary>The keys that this authority signs with in daily work, each for one use. The root is not among them: it stays
/// offline.</summary>
/// <param name="Issuing">Certificates.</param>
/// <param name="Status">Status lists.</param>
/// <param name="Statement">Recognition statements and rulebooks.</param>
/// <param name="Federation">What we say to other authorities over HTTP.</param>
public sealed record SigningKeys(ISigningKey Issuing, ISigningKey Status, ISigningKey Statement, ISigningKey Federation);
