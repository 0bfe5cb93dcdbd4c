using Certification.Domain.Evidence.Assurance;

namespace Certification.Domain.Evidence.Checks;

/// <summary>Drills on another system show nothing about this one.</summary>
internal sealed class AssuranceMustBeOfTheSystem : AssuranceCheck<AssuranceDocument>
{
    protected override IEnumerable<Finding> Check(JudgedEvidence evidence, AssuranceDocument document)
    {
        var system = evidence.Declaration.System;
        if (document.System is not { } named)
        {
            yield return evidence.Major("evidence.subject-unknown", "The document names no system.", "/system");
        }
        else if (!SubjectName.Means(named, system))
        {
            var (code, why) = SubjectName.Compare(named, system);
            yield return evidence.Major(code, $"The document is about \"{named}\", not about the submitted \"{system.Name}\"{why}.", "/system");
        }
    }
}
