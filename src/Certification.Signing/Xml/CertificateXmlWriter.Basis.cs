using Certification.Domain.Certificates;

namespace Certification.Signing.Xml;

public sealed partial class CertificateXmlWriter
{
    private void WriteBasis(CertificateDraft draft)
    {
        Begin("Tier");
        Word("Level", draft.Tier.Tier);
        Many("Rule", draft.Tier.Fired, rule =>
        {
            Text("Id", rule.RuleId);
            Word("Level", rule.Tier);
            Text("Reason", rule.Reason);
        });
        End();
        Begin("Rulebook");
        Text("Id", draft.Rulebook.Id);
        Text("Version", draft.Rulebook.Version);
        Digest("Sha256", draft.Rulebook.Digest);
        Text("FloorId", draft.Rulebook.FloorId);
        Text("FloorVersion", draft.Rulebook.FloorVersion);
        End();
        Digest("DossierSha256", draft.Dossier);
        if (draft.SelfDeclared is { } declared)
        {
            Begin("SelfDeclaration");
            Text("Clause", declared.Clause);
            Text("Party", declared.Party);
            Day("On", declared.On);
            Text("Statement", declared.Statement);
            End();
        }
        if (draft.Declared is { Count: > 0 } fields)
        {
            Begin("Declared");
            Many("Field", fields, WriteField);
            End();
        }
        if (draft.Upstream is { } upstream)
        {
            Begin("Upstream");
            Text("Number", upstream.Number.Text);
            Digest("Sha256", upstream.Certificate);
            foreach (var kind in upstream.Kinds) Text("Kind", kind);
            End();
        }
    }

    private void WriteField(DeclaredEntry field)
    {
        Text("Name", field.Field);
        Word("Visibility", field.Visibility);
        if (field.Commitment is { } commitment) Digest("Commitment", commitment);
        else Text("Value", field.Value!);
    }
}
