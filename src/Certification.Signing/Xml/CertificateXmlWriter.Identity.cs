using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

public sealed partial class CertificateXmlWriter
{
    private void WriteIdentity(CertificateDraft draft)
    {
        Text("Number", draft.Number.Text);
        if (draft.Renews is { } renewed)
        {
            Text("Renews", renewed.Text);
        }

        Begin("Issuer");
        Text("Code", draft.Issuer.Code);
        Text("Name", draft.Issuer.Name);
        End();
        Begin("Holder");
        Text("Party", draft.Holder.Party);
        Text("Name", draft.Holder.Name);
        Text("Country", draft.Holder.Country);
        End();
    }

    private void WriteSeal(Certificate certificate)
    {
        Begin("Seal");
        Instant("SignedAt", certificate.SignedAt);
        Digest("IssuerCertificateSha256", certificate.IssuerCertificate);
        End();
    }
}
