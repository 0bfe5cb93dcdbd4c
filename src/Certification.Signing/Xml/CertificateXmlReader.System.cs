using Certification.Domain.Certificates;
using Certification.Domain.Submissions;

namespace Certification.Signing.Xml;

internal sealed partial class CertificateXmlReader
{
    private CertifiedSystem ReadSystem() => Group("System", () => new CertifiedSystem(
        Text("Name"),
        Text("Version"),
        Many("Artifact", name => Group(name, () => new ArtifactDigest(Text("Name"), Digest("Sha256"))), atLeast: 1)));

    private CertificateScope ReadScope() => Group("Scope", () => new CertificateScope(
        Many("Capability", Text, atLeast: 1),
        Many("Context", name => Group(name, ReadContext), atLeast: 1)));

    private ContextOfUse ReadContext() => new(
        Text("Sector"),
        Text("Use"),
        Text("Role"),
        Many("Affected", Text),
        Text("Scale"),
        Text("Reversibility"),
        Text("Access"),
        Text("Incentive"),
        ReadEnvironment());

    // Certificates from before the environment was declared: what nobody stated is the worst, for rules that read it.
    private string ReadEnvironment() => At("Environment") ? Text("Environment") : "permissive";
}
