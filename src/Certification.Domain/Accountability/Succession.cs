using Certification.Domain.Submissions;

namespace Certification.Domain.Accountability;

/// <summary>Duties that pass from one party to another. The old owner answers until the successor has accepted, or until it
/// leaves; a succession that is never accepted changes nothing.</summary>
/// <param name="Duties">Duty codes, at least one.</param>
/// <param name="From">Id of the party that owned them.</param>
/// <param name="To">Id of the successor.</param>
/// <param name="By">Who named the successor.</param>
public sealed record Succession(IReadOnlyList<string> Duties, string From, string To, Actor By, DateTimeOffset At);

/// <summary>How a successor is named.</summary>
public static class SuccessionActs
{
    /// <summary>Names a successor for duties of a party, once the declaration is not the applicant's to change any more.</summary>
    /// <param name="successor">As it will stand among the parties, with the mandates for what it takes over. A party of that
    /// id is replaced, and accepts anew what has changed.</param>
    public static Outcome<Submission> NameSuccessor(
        this Submission submission, string from, Party successor, IReadOnlyList<string> duties, Actor by, DateTimeOffset at)
    {
        if (SubmissionMoves.IsOpenToApplicant(submission.Status))
        {
            return submission.OutOfStep("name a successor") with
            {
                NextStep = $"The declaration is still open: change its parties with PUT /v1/submissions/{submission.Id}/declaration.",
            };
        }
        if (submission.Status is SubmissionStatus.Refused or SubmissionStatus.Lapsed) return submission.OutOfStep("name a successor");
        var parties = submission.Declaration.Parties;
        var owned = parties.FirstOrDefault(party => party.Id == from)?.Duties ?? [];
        if (duties.Count == 0 || duties.Except(owned).Any() || from == successor.Id)
        {
            return new Refusal(
                RefusalKind.Invalid, "succession.not-theirs",
                $"'{from}' owns {(owned.Count == 0 ? "no duty" : string.Join(", ", owned))}, and the succession names {string.Join(", ", duties)}.",
                "Name in 'duties' what the party owns, and another party as successor.");
        }
        var known = parties.FirstOrDefault(party => party.Id == successor.Id);
        var named = successor with { Duties = [.. (known?.Duties ?? []).Union(duties)], AcceptedOn = null };
        IReadOnlyList<Party> after = [.. parties.Where(party => party.Id != successor.Id), named];
        return submission with
        {
            Declaration = submission.Declaration with { Parties = after },
            Successions = [.. submission.Successions ?? [], new Succession(duties, from, successor.Id, by, at)],
        };
    }

    /// <summary>The parties once this one has accepted: what it was named for is no longer its predecessors'.</summary>
    internal static IReadOnlyList<Party> AfterAcceptance(this Submission submission, string successor)
    {
        var passed = (submission.Successions ?? []).Where(succession => succession.To == successor).ToList();
        return passed.Count == 0
            ? submission.Declaration.Parties
            : [.. submission.Declaration.Parties.Select(party => party with
            {
                Duties = [.. party.Duties.Except(passed.Where(succession => succession.From == party.Id).SelectMany(succession => succession.Duties))],
            })];
    }
}
