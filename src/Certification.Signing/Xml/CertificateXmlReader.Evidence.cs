using Certification.Domain.Certificates;
using Certification.Domain.Submissions;

namespace Certification.Signing.Xml;

internal sealed partial class CertificateXmlReader
{
    private List<EvidenceEntry> ReadEvidence() => Group("Evidence", () => Many("Item", name => Group(name, ReadEntry)));

    private EvidenceEntry ReadEntry() => new(
        Text("Kind"),
        Word<Visibility>("Visibility"),
        Text("Independence"),
        Digest("Sha256"),
        At("PerformedBy") ? Text("PerformedBy") : null,
        At("PerformedOn") ? Day("PerformedOn") : null,
        Many("Fact", name => Group(name, ReadFact)));

    private EvidenceFact ReadFact()
    {
        var name = Text("Name");
        return At("Commitment") ? new(name, null, Digest("Commitment")) : new(name, Text("Value"));
    }
}
