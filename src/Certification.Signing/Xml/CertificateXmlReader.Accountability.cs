using Certification.Domain.Submissions;

namespace Certification.Signing.Xml;

internal sealed partial class CertificateXmlReader
{
    private List<Party> ReadParties() => Group("Parties", () => Many("Party", name => Group(name, ReadParty), atLeast: 1));

    private Party ReadParty() => new(
        Text("Id"),
        Text("Name"),
        Text("Role"),
        Text("Country"),
        Text("Contact"),
        Many("Duty", Text),
        At("AcceptedOn") ? Day("AcceptedOn") : null);

    private List<string> ReadLimitations() => Group("KnownLimitations", () => Many("Limitation", Text, atLeast: 1));

    private ChangeEnvelope? ReadEnvelope() => At("ChangeEnvelope")
        ? Group("ChangeEnvelope", () => new ChangeEnvelope(Many("Permitted", Text)))
        : null;
}
