using Certification.Domain.Accountability;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;

namespace Certification.Domain.Decisions;

/// <summary>Stands in for the persons of one case: one name a person, in the order in which they are met, so that rules about
/// persons judge the record as they judged the case. Organisations keep their names.</summary>
internal sealed class Pseudonyms
{
    private const string Issuer = "urn:certification:pseudonym";
    private readonly List<Actor> _persons = [];

    public Actor For(Actor person)
    {
        var known = _persons.FindIndex(other => other.IsSamePersonAs(person));
        if (known < 0)
        {
            known = _persons.Count;
            _persons.Add(person);
        }
        return person with { Issuer = Issuer, Subject = $"person-{known + 1}" };
    }

    public Review In(Review review) => review with
    {
        Assignments = [.. review.Assignments.Select(assignment => assignment with { Assessor = For(assignment.Assessor) })],
        Conclusions = [.. review.Conclusions.Select(conclusion => conclusion with { Assessor = For(conclusion.Assessor) })],
    };

    public PartyAnswer In(PartyAnswer answer) => answer with { By = For(answer.By) };

    // In the lane of self-declaration the authority itself decided, which is no person.
    public CertificationDecision In(CertificationDecision decision, string authority) =>
        decision.Decider == Actor.OfAuthority(authority) ? decision : decision with { Decider = For(decision.Decider) };
}
