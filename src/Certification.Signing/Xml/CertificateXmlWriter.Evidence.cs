using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

public sealed partial class CertificateXmlWriter
{
    private void WriteEvidence(CertificateDraft draft)
    {
        Begin("Evidence");
        Many("Item", draft.Evidence, WriteEntry);
        End();
    }

    private void WriteEntry(EvidenceEntry entry)
    {
        Text("Kind", entry.Kind);
        Word("Visibility", entry.Visibility);
        Text("Independence", entry.Independence);
        Digest("Sha256", entry.Digest);
        if (entry.PerformedBy is { } performer)
        {
            Text("PerformedBy", performer);
        }

        if (entry.PerformedOn is { } day)
        {
            Day("PerformedOn", day);
        }

        Many("Fact", entry.Facts, fact =>
        {
            Text("Name", fact.Name);
            if (fact.Commitment is { } commitment) Digest("Commitment", commitment);
            else Text("Value", fact.Value!);
        });
    }
}
