using Certification.Domain;
using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

internal sealed partial class CertificateXmlReader
{
    private Issuer ReadIssuer() => Group("Issuer", () => new Issuer(Text("Code"), Text("Name")));

    private Holder ReadHolder() => Group("Holder", () => new Holder(Text("Party"), Text("Name"), Text("Country")));

    private (DateTimeOffset SignedAt, Sha256Digest IssuerCertificate) ReadSeal() =>
        Group("Seal", () => (Instant("SignedAt"), Digest("IssuerCertificateSha256")));
}
