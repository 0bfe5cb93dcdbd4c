using Certification.Domain.Submissions;

namespace Certification.Domain.Accountability;

/// <summary>Who answered for a duty, from when until when.</summary>
/// <param name="Party">Id of the party.</param>
/// <param name="Until">Null while it answers.</param>
public sealed record DutyTenure(string Duty, string Party, DateTimeOffset From, DateTimeOffset? Until = null)
{
    /// <summary>All tenures of a case, in the order in which they began.</summary>
    public static IReadOnlyList<DutyTenure> Of(Submission submission)
    {
        var tenures = new List<DutyTenure>();
        foreach (var answer in submission.PartyAnswers ?? [])
        {
            if (answer.Kind == PartyAnswerKind.Accepted) Begin(tenures, submission, answer);
            else End(tenures, tenure => tenure.Party == answer.Party, answer.At);
        }
        return tenures;
    }

    private static void Begin(List<DutyTenure> tenures, Submission submission, PartyAnswer answer)
    {
        var accepted = answer.Duties.Select(duty => duty.Code).ToHashSet();
        End(tenures, tenure => tenure.Party == answer.Party && !accepted.Contains(tenure.Duty), answer.At);
        foreach (var passed in (submission.Successions ?? []).Where(passed => passed.To == answer.Party && passed.At <= answer.At))
        {
            End(tenures, tenure => tenure.Party == passed.From && passed.Duties.Contains(tenure.Duty), answer.At);
        }
        tenures.AddRange(
            from duty in answer.Duties
            where !tenures.Exists(tenure => tenure.Until is null && tenure.Party == answer.Party && tenure.Duty == duty.Code)
            select new DutyTenure(duty.Code, answer.Party, answer.At));
    }

    private static void End(List<DutyTenure> tenures, Predicate<DutyTenure> which, DateTimeOffset at)
    {
        for (var index = 0; index < tenures.Count; index++)
        {
            if (tenures[index].Until is null && which(tenures[index])) tenures[index] = tenures[index] with { Until = at };
        }
    }
}
