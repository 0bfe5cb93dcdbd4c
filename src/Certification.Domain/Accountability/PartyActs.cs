using Certification.Domain.Submissions;

namespace Certification.Domain.Accountability;

/// <summary>What the parties of a case do: each speaks for itself only.</summary>
public static class PartyActs
{
    /// <summary>A party accepts its duties.</summary>
    /// <param name="read">Digest of the terms that the person has read (<see cref="DutyTerms.Summary"/>).</param>
    public static Outcome<Submission> AcceptDuties(
        this Submission submission, string party, Sha256Digest read, Actor by, DateTimeOffset at)
    {
        var found = submission.PartyOf(party, by);
        if (!found.Succeeded) return found.Refusal;
        var terms = DutyTerms.Summary(submission.Declaration, found.Value);
        if (read != terms)
        {
            return new Refusal(
                RefusalKind.Stale, "party.terms-changed",
                $"What is accepted has the digest {read}; the duties of {party} as they stand have {terms}.",
                $"GET /v1/submissions/{submission.Id}/accountability, read the duties again, and accept what stands there.");
        }
        var answered = submission.Answered(new PartyAnswer(
            party, PartyAnswerKind.Accepted, DutyTerms.OfAll(submission.Declaration, found.Value), by, at));
        return answered with { Declaration = answered.Declaration with { Parties = submission.AfterAcceptance(party) } };
    }

    /// <summary>A party declines its duties.</summary>
    public static Outcome<Submission> DeclineDuties(
        this Submission submission, string party, string reason, Actor by, DateTimeOffset at)
    {
        var found = submission.PartyOf(party, by);
        return found.Succeeded
            ? submission.Answered(new PartyAnswer(party, PartyAnswerKind.Declined, [], by, at, Reason: reason))
            : found.Refusal;
    }

    /// <summary>A party leaves: from now on it answers for nothing.</summary>
    public static Outcome<Submission> Leave(
        this Submission submission, string party, string reason, Actor by, DateTimeOffset at)
    {
        var found = submission.PartyOf(party, by);
        return found.Succeeded
            ? submission.Answered(new PartyAnswer(party, PartyAnswerKind.Left, [], by, at, Reason: reason))
            : found.Refusal;
    }

    /// <summary>What handing in says beside: where the applicant's own organisation is the only party, whoever hands in has
    /// taken its duties. Everywhere else each party speaks for itself.</summary>
    public static PartyAnswer? ByHandingIn(Declaration declaration, Actor by, DateTimeOffset at) =>
        declaration.Parties is [var sole] && sole.IsActedForBy(by)
            ? new PartyAnswer(sole.Id, PartyAnswerKind.Accepted, DutyTerms.OfAll(declaration, sole), by, at, AnswerMeans.HandIn)
            : null;

    internal static Submission Answered(this Submission submission, PartyAnswer answer) =>
        submission with { PartyAnswers = [.. submission.PartyAnswers ?? [], answer] };

    /// <summary>The party, when the case is still alive and the person speaks for that party.</summary>
    private static Outcome<Party> PartyOf(this Submission submission, string party, Actor by)
    {
        if (submission.Declaration.Parties.FirstOrDefault(candidate => candidate.Id == party) is not { } found)
        {
            return new Refusal(
                RefusalKind.NotFound, "party.not-found", $"Submission {submission.Id} has no party '{party}'.",
                $"GET /v1/submissions/{submission.Id}/accountability lists the parties.");
        }
        if (!found.IsActedForBy(by))
        {
            return new Refusal(
                RefusalKind.Forbidden, "party.not-theirs",
                $"{by.Subject} acts for {by.Organisation}, not for {found.Name}: nobody answers for somebody else.",
                $"A person whose token speaks for {found.Organisation ?? found.Name} must say it.");
        }
        return submission.Status is SubmissionStatus.Refused or SubmissionStatus.Lapsed
            ? submission.OutOfStep("answer for duties")
            : found;
    }
}
