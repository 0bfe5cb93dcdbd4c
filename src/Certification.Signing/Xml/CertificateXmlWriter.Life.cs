using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

public sealed partial class CertificateXmlWriter
{
    private void WriteLife(CertificateDraft draft)
    {
        Begin("Validity");
        Instant("NotBefore", draft.Validity.NotBefore);
        Instant("NotAfter", draft.Validity.NotAfter);
        End();
        Begin("Surveillance");
        Many("Activity", draft.Surveillance, activity =>
        {
            Text("Code", activity.Code);
            Number("EveryDays", activity.EveryDays);
            Day("FirstDue", activity.FirstDue);
            Text("Text", activity.Text);
        });
        End();
        Begin("Status");
        Text("List", draft.Status.List);
        Number("Index", draft.Status.Index);
        End();
        Text("Log", draft.Log);
    }
}
