using Certification.Domain.Certificates;
using Certification.Domain.Submissions;

namespace Certification.Signing.Xml;

public sealed partial class CertificateXmlWriter
{
    private void WriteSystem(CertificateDraft draft)
    {
        Begin("System");
        Text("Name", draft.System.Name);
        Text("Version", draft.System.Version);
        Many("Artifact", draft.System.Artifacts, artifact =>
        {
            Text("Name", artifact.Name);
            Digest("Sha256", artifact.Digest);
        });
        End();
        Begin("Scope");
        foreach (var capability in draft.Scope.Capabilities)
        {
            Text("Capability", capability);
        }

        Many("Context", draft.Scope.Contexts, WriteContext);
        End();
    }

    private void WriteContext(ContextOfUse context)
    {
        Text("Sector", context.Sector);
        Text("Use", context.Use);
        Text("Role", context.Role);
        foreach (var affected in context.Affected)
        {
            Text("Affected", affected);
        }

        Text("Scale", context.Scale);
        Text("Reversibility", context.Reversibility);
        Text("Access", context.Access);
        Text("Incentive", context.Incentive);
        Text("Environment", context.Environment);
    }
}
