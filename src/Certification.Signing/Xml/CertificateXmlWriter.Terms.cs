using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

public sealed partial class CertificateXmlWriter
{
    private void WriteTerms(CertificateDraft draft)
    {
        Begin("Conditions");
        Many("Condition", draft.Conditions, WriteCondition);
        End();
        Begin("Restrictions");
        Many("Restriction", draft.Restrictions, WriteCondition);
        End();
    }

    private void WriteCondition(CertificateCondition condition)
    {
        Text("Code", condition.Code);
        Text("Value", condition.Value);
        Text("Text", condition.Text);
    }
}
