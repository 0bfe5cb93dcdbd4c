using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

internal sealed partial class CertificateXmlReader
{
    private List<CertificateCondition> ReadConditions(string list, string item) =>
        Group(list, () => Many(item, name => Group(name, ReadCondition)));

    private CertificateCondition ReadCondition() => new(Text("Code"), Text("Value"), Text("Text"));
}
