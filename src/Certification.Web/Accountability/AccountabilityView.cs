using Certification.Domain;
using Certification.Domain.Accountability;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Web.Accountability;

/// <summary>Who answers for what in a case: all that a party has to know before it accepts, and nothing of the dossier.</summary>
/// <param name="System">Name and version.</param>
/// <param name="Purpose">What the system is for.</param>
/// <param name="Duties">Duties of the tier with their owners.</param>
/// <param name="Parties">Everybody declared, with what each has to accept.</param>
/// <param name="Gaps">What stands against issuance; empty when somebody answers for everything.</param>
/// <param name="Tenures">Who answered for what, from when until when.</param>
public sealed record AccountabilityView(
    string SubmissionId,
    string System,
    string Purpose,
    RiskTier Tier,
    IReadOnlyList<DutyView> Duties,
    IReadOnlyList<PartyView> Parties,
    IReadOnlyList<Gap> Gaps,
    IReadOnlyList<DutyTenure> Tenures)
{
    /// <summary>The view of a case; before intake has classified it, in the tier that its declaration would get.</summary>
    public static AccountabilityView Of(Rulebook rulebook, Submission submission)
    {
        var (declaration, answers) = (submission.Declaration, submission.PartyAnswers ?? []);
        var tier = (submission.Classification ?? TierClassifier.Classify(rulebook, declaration)).Tier;
        var graph = AccountabilityGraph.Of(rulebook, tier, declaration, answers);
        return new AccountabilityView(
            submission.Id, $"{declaration.System.Name} {declaration.System.Version}", declaration.System.Purpose, tier,
            [.. graph.Duties.Select(node => new DutyView(node.Duty.Code, node.Duty.Title, node.Duty.Clause, [.. node.Owners.Select(DutyOwnerView.Of)]))],
            [.. declaration.Parties.Select(party => new PartyView(
                party.Id, party.Name, party.Role, party.Country, party.Organisation ?? party.Name,
                DutyTerms.Summary(declaration, party), AnswerView.Of(answers.LastOrDefault(answer => answer.Party == party.Id))))],
            AccountabilityGaps.Of(graph), DutyTenure.Of(submission));
    }
}

/// <summary>A duty and who owns it; nobody when the list is empty.</summary>
public sealed record DutyView(string Code, string Title, string Clause, IReadOnlyList<DutyOwnerView> Owners);

/// <summary>One owner of one duty.</summary>
/// <param name="Authority">What it may decide or stop; null when it states nothing.</param>
public sealed record DutyOwnerView(
    string Party, string Name, OwnerStanding Standing, string? Authority, DutyResources? Resources, string? Share, string? ConsentOf)
{
    internal static DutyOwnerView Of(DutyOwner owner) => new(
        owner.Party.Id, owner.Party.Name, owner.Standing, owner.Mandate?.Authority, owner.Mandate?.Resources, owner.Mandate?.Share,
        owner.Mandate?.ConsentOf);
}

/// <summary>A party.</summary>
/// <param name="Organisation">Whose tokens speak for it.</param>
/// <param name="Terms">Digest of everything that it would accept now; whoever accepts sends it back.</param>
/// <param name="Answer">Its last word; null while it has said nothing.</param>
public sealed record PartyView(
    string Id, string Name, string Role, string Country, string Organisation, Sha256Digest Terms, AnswerView? Answer);

/// <summary>What a party said.</summary>
/// <param name="By">The person who spoke for it.</param>
public sealed record AnswerView(PartyAnswerKind Kind, string By, DateTimeOffset At, AnswerMeans Means, string? Reason)
{
    internal static AnswerView? Of(PartyAnswer? answer) =>
        answer is null ? null : new(answer.Kind, answer.By.Subject, answer.At, answer.Means, answer.Reason);
}
