using Certification.Domain.Certificates;
using Certification.Domain.Intake;

namespace Certification.Signing.Xml;

internal sealed partial class CertificateXmlReader
{
    private Classification ReadTier() => Group("Tier", () => new Classification(
        Word<RiskTier>("Level"),
        Many("Rule", name => Group(name, ReadRule))));

    private SelfDeclaredBasis? ReadSelfDeclaration() => At("SelfDeclaration")
        ? Group("SelfDeclaration", () => new SelfDeclaredBasis(Text("Clause"), Text("Party"), Day("On"), Text("Statement")))
        : null;

    private FiredRule ReadRule() => new(Text("Id"), Word<RiskTier>("Level"), Text("Reason"));

    private AppliedRulebook ReadRulebook() => Group("Rulebook", () => new AppliedRulebook(
        Text("Id"), Text("Version"), Digest("Sha256"), Text("FloorId"), Text("FloorVersion")));
}
