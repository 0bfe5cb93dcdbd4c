using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

internal sealed partial class CertificateXmlReader
{
    private ValidityPeriod ReadValidity() =>
        Group("Validity", () => new ValidityPeriod(Instant("NotBefore"), Instant("NotAfter")));

    private List<SurveillanceActivity> ReadSurveillance() =>
        Group("Surveillance", () => Many("Activity", name => Group(name, ReadActivity)));

    private SurveillanceActivity ReadActivity() => new(Text("Code"), Count("EveryDays"), Day("FirstDue"), Text("Text"));

    private StatusPointer ReadStatus() => Group("Status", () => new StatusPointer(Text("List"), Count("Index")));
}
