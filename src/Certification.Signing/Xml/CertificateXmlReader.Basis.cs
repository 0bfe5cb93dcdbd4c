using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;

namespace Certification.Signing.Xml;

internal sealed partial class CertificateXmlReader
{
    private Classification ReadTier() => Group("Tier", () => new Classification(
        Word<RiskTier>("Level"),
        Many("Rule", name => Group(name, ReadRule))));

    private SelfDeclaredBasis? ReadSelfDeclaration() => At("SelfDeclaration")
        ? Group("SelfDeclaration", () => new SelfDeclaredBasis(Text("Clause"), Text("Party"), Day("On"), Text("Statement")))
        : null;

    private List<DeclaredEntry>? ReadDeclared() => At("Declared")
        ? Group("Declared", () => Many("Field", name => Group(name, ReadField), atLeast: 1))
        : null;

    private InheritedEvidence? ReadUpstream() => At("Upstream")
        ? Group("Upstream", () => new InheritedEvidence(ReadNumber("Number"), Digest("Sha256"), Many("Kind", Text, atLeast: 1)))
        : null;

    private DeclaredEntry ReadField()
    {
        var (name, visibility) = (Text("Name"), Word<Visibility>("Visibility"));
        return At("Commitment") ? new(name, visibility, null, Digest("Commitment")) : new(name, visibility, Text("Value"), null);
    }

    private FiredRule ReadRule() => new(Text("Id"), Word<RiskTier>("Level"), Text("Reason"));

    private AppliedRulebook ReadRulebook() => Group("Rulebook", () => new AppliedRulebook(
        Text("Id"), Text("Version"), Digest("Sha256"), Text("FloorId"), Text("FloorVersion")));
}
