using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Evidence.Checks;

/// <summary>What a card or a bill of materials says that the model does has to be declared: the tier was set by the declared
/// capabilities, and who leaves one out gets a laxer lane.</summary>
internal sealed class EvidenceMustNotShowOtherCapabilities : IEvidenceCheck
{
    public IEnumerable<Finding> Check(JudgedEvidence evidence)
    {
        // Without a submission nothing is declared, and nothing can be undeclared.
        if (evidence.Declaration.Capabilities.Count == 0)
            yield break;
        var card = (evidence.Reading.Card?.Tasks ?? []).Select(task => (Task: task, Where: "front matter"));
        var bill = (evidence.Reading.Bom?.Models ?? [])
            .Where(model => model.Task is not null && SubjectName.Means(model.Name, evidence.Declaration.System))
            .Select(model => (Task: model.Task!, model.Where));
        foreach (var (task, where) in card.Concat(bill))
        {
            if (Undeclared(evidence, task) is { } capability)
            {
                yield return evidence.Major("evidence.capability-undeclared",
                    $"The file says that the model does \"{task}\", which is {capability.Code}; that is not declared.", where);
            }
        }
    }

    private static Term? Undeclared(JudgedEvidence evidence, string task)
    {
        var named = evidence.Taxonomy.Capabilities.FirstOrDefault(term =>
            term.Code == task || term.Tasks?.Contains(task, StringComparer.OrdinalIgnoreCase) is true);
        return named is null || evidence.Declaration.Capabilities.Contains(named.Code) ? null : named;
    }
}
