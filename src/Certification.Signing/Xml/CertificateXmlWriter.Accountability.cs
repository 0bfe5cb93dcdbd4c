using Certification.Domain.Certificates;
using Certification.Domain.Submissions;

namespace Certification.Signing.Xml;

public sealed partial class CertificateXmlWriter
{
    private void WriteAccountability(CertificateDraft draft)
    {
        Begin("Parties");
        Many("Party", draft.Parties, WriteParty);
        End();
        Begin("KnownLimitations");
        foreach (var limitation in draft.KnownLimitations)
        {
            Text("Limitation", limitation);
        }

        End();
        if (draft.Envelope is { } envelope)
        {
            Begin("ChangeEnvelope");
            foreach (var change in envelope.Permitted)
            {
                Text("Permitted", change);
            }

            End();
        }
    }

    private void WriteParty(Party party)
    {
        Text("Id", party.Id);
        Text("Name", party.Name);
        Text("Role", party.Role);
        Text("Country", party.Country);
        Text("Contact", party.Contact);
        foreach (var duty in party.Duties)
        {
            Text("Duty", duty);
        }

        if (party.AcceptedOn is { } day)
        {
            Day("AcceptedOn", day);
        }
    }
}
