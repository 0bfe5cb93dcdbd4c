using Certification.Domain.Intake;

namespace Certification.Domain.Accountability.Rules;

/// <summary>Two owners who each think of the other are none: a shared duty says whose part is what.</summary>
internal sealed class SharedDutiesAreSplit : IAccountabilityRule
{
    public IEnumerable<Gap> Check(AccountabilityGraph graph)
    {
        foreach (var node in graph.Duties)
        {
            var owners = node.Present.ToList();
            if (owners.Count > 1 && owners.Find(owner => owner.Mandate?.Share is null) is { } silent)
            {
                yield return new("gap.duty-split-missing", node.Duty.Code, node.Duty.Clause,
                    $"{string.Join(" and ", owners.Select(owner => owner.Party.Name))} own the duty \"{node.Duty.Title}\" together, and {silent.Party.Name} does not say what part of it.",
                    "State in 'share' of each mandate which part is whose, or leave the duty to one of them.", 1);
            }
        }
    }
}
