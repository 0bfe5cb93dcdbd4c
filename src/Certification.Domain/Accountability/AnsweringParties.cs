using Certification.Domain.Submissions;

namespace Certification.Domain.Accountability;

/// <summary>The parties as a certificate names them: who has not left, for the duties that it has accepted as they stand, and
/// since when. What they have to do it with is the authority's to know, not the public's.</summary>
public static class AnsweringParties
{
    /// <summary>One entry for each party that has not left, in the order of the declaration.</summary>
    /// <param name="answers">What the parties said, oldest first.</param>
    public static IReadOnlyList<Party> Of(Declaration declaration, IReadOnlyList<PartyAnswer> answers) =>
    [
        .. from party in declaration.Parties
           let last = answers.LastOrDefault(answer => answer.Party == party.Id)
           where last?.Kind != PartyAnswerKind.Left
           let accepted = last is { Kind: PartyAnswerKind.Accepted }
               ? party.Duties.Where(duty => last.Duties.Contains(new AcceptedDuty(duty, DutyTerms.Of(declaration, party, duty)))).ToList()
               : []
           select new Party(
               party.Id, party.Name, party.Role, party.Country, party.Contact, accepted,
               accepted.Count > 0 ? DateOnly.FromDateTime(last!.At.UtcDateTime) : null),
    ];
}
