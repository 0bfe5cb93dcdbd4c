using Certification.Domain.Intake;
using Certification.Domain.Submissions;

namespace Certification.Domain.Accountability.Rules;

/// <summary>Who needs another's consent, who needs another's consent: where that runs in a circle, nobody can act.</summary>
internal sealed class ConsentEndsSomewhere : IAccountabilityRule
{
    public IEnumerable<Gap> Check(AccountabilityGraph graph)
    {
        foreach (var node in graph.Duties)
        {
            foreach (var owner in node.Present.Where(owner => owner.Mandate?.ConsentOf is not null))
            {
                if (Fault(graph, owner.Party, node.Duty.Code) is { } fault)
                {
                    yield return new("gap.authority-circular", node.Duty.Code, node.Duty.Clause,
                        $"{owner.Party.Name} may act on \"{node.Duty.Title}\" only with the consent of {owner.Mandate!.ConsentOf}: {fault}",
                        "Let one of them act without the other's consent.", 1);
                }
            }
        }
    }

    /// <summary>Why consent never comes; null when it ends at a party that acts alone.</summary>
    private static string? Fault(AccountabilityGraph graph, Party start, string duty)
    {
        var seen = new List<string> { start.Id };
        for (var at = start; at.MandateFor(duty)?.ConsentOf is { } next;)
        {
            if (seen.Contains(next)) return $"that runs in a circle ({string.Join(", ", seen)}, {next}).";
            if (graph.Parties.FirstOrDefault(party => party.Id == next) is not { } found) return $"there is no party {next}.";
            seen.Add(next);
            at = found;
        }
        return null;
    }
}
