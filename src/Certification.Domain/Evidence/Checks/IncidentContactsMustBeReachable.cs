using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>An incident does not keep office hours.</summary>
internal sealed class IncidentContactsMustBeReachable : AssuranceCheck<IncidentResponse>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, IncidentResponse plan)
    {
        if (plan.Contacts.Count == 0)
            yield return evidence.Major("evidence.incident-contact-missing", "The plan names nobody to call.", "/contacts");
        foreach (var contact in plan.Contacts.Where(contact => contact is not { Role: not null, Reach: not null, Hours: not null }))
            yield return evidence.Major("evidence.incident-contact-incomplete", "The contact does not say in what role, how and at what hours it is reached.", contact.Where);
    }
}
