using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Accountability;

/// <summary>Who answers for what: the duties of a tier, each with the parties that own it and how these stand to it.</summary>
/// <param name="Duties">In the order of the rulebook.</param>
/// <param name="Parties">Everybody declared, also those who own none of these duties.</param>
/// <param name="Jurisdiction">Code of the authority whose rulebook it is, such as <c>XA</c>; null under the bare floor.</param>
public sealed record AccountabilityGraph(
    RiskTier Tier, IReadOnlyList<OwnedDuty> Duties, IReadOnlyList<Party> Parties, string? Jurisdiction)
{
    /// <summary>The graph of a declaration under a rulebook.</summary>
    /// <param name="answers">What the parties said, oldest first.</param>
    public static AccountabilityGraph Of(
        Rulebook rulebook, RiskTier tier, Declaration declaration, IReadOnlyList<PartyAnswer> answers) => new(
            tier,
            [.. rulebook.DutiesFor(tier).Select(duty => new OwnedDuty(duty,
                [.. declaration.Parties.Where(party => party.Duties.Contains(duty.Code)).Select(party => Owner(declaration, party, duty.Code, answers))]))],
            declaration.Parties,
            rulebook.Floor is null ? null : rulebook.Id.ToUpperInvariant());

    /// <summary>The graph of a case as it stands.</summary>
    /// <exception cref="InvalidOperationException">Intake has not classified it.</exception>
    public static AccountabilityGraph Of(Rulebook rulebook, Submission submission) => Of(
        rulebook,
        submission.Classification?.Tier ?? throw new InvalidOperationException($"Case {submission.Id} has no tier."),
        submission.Declaration, submission.PartyAnswers ?? []);

    /// <summary>Codes of the duties for which nobody answers.</summary>
    public IReadOnlyList<string> Orphaned() =>
        [.. Duties.Where(node => node.Owners.All(owner => owner.Standing != OwnerStanding.Accepted)).Select(node => node.Duty.Code)];

    private static DutyOwner Owner(Declaration declaration, Party party, string duty, IReadOnlyList<PartyAnswer> answers)
    {
        var last = answers.LastOrDefault(answer => answer.Party == party.Id);
        return new DutyOwner(party, party.MandateFor(duty), last?.Kind switch
        {
            null => OwnerStanding.Awaited,
            PartyAnswerKind.Declined => OwnerStanding.Declined,
            PartyAnswerKind.Left => OwnerStanding.Left,
            _ => last.Duties.FirstOrDefault(accepted => accepted.Code == duty) is not { } accepted ? OwnerStanding.Awaited
                : accepted.Terms == DutyTerms.Of(declaration, party, duty) ? OwnerStanding.Accepted
                : OwnerStanding.Void,
        }, last);
    }
}

/// <summary>A duty and its owners.</summary>
public sealed record OwnedDuty(Duty Duty, IReadOnlyList<DutyOwner> Owners)
{
    /// <summary>Owners that have not left.</summary>
    public IEnumerable<DutyOwner> Present => Owners.Where(owner => owner.Standing != OwnerStanding.Left);
}

/// <summary>One edge of the graph.</summary>
/// <param name="Mandate">What the party may do and has for this duty; null when it states nothing.</param>
/// <param name="Answer">The party's last word; null while it has said nothing.</param>
public sealed record DutyOwner(Party Party, Mandate? Mandate, OwnerStanding Standing, PartyAnswer? Answer);

/// <summary>How an owner stands to a duty.</summary>
public enum OwnerStanding
{
    /// <summary>It has not answered.</summary>
    Awaited,

    /// <summary>It accepted the duty as it stands.</summary>
    Accepted,

    /// <summary>It accepted other terms than those that stand now.</summary>
    Void,

    /// <summary>It declined.</summary>
    Declined,

    /// <summary>It has left.</summary>
    Left,
}
