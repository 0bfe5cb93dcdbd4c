using Certification.Domain;
using Certification.Domain.Submissions;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Submissions;

/// <summary>The one way in which a request changes a submission: what the caller may not see is not there, then the
/// precondition, then the domain's own rule.</summary>
public sealed class SubmissionCommands(CaseFiles cases, BusinessClock clock)
{
    /// <summary>The submission, or <c>submission.not-found</c> also where it exists and the caller may not know it.</summary>
    public async Task<Outcome<Subject<Submission>>> Find(Caller caller, string id, CancellationToken cancellation)
    {
        var subject = IsWellFormed(id) ? await cases.Find(id, cancellation) : null;
        return subject is not null && caller.MaySee(subject.State) ? subject : CaseFiles.NotFound(id);
    }

    /// <summary>The submission for somebody who may see it, or who speaks for one of its accountable parties.</summary>
    public async Task<Outcome<Subject<Submission>>> FindAsParty(Caller caller, string id, CancellationToken cancellation)
    {
        var subject = IsWellFormed(id) ? await cases.Find(id, cancellation) : null;
        return subject is not null && (caller.MaySee(subject.State) || caller.SpeaksForAParty(subject.State)) ? subject : CaseFiles.NotFound(id);
    }

    /// <summary>Carries out one act.</summary>
    public async Task<Outcome<Changed<Submission>>> Change(SubmissionAct act, CancellationToken cancellation)
    {
        if (!IsWellFormed(act.SubmissionId)) return CaseFiles.NotFound(act.SubmissionId);
        var now = clock.GetUtcNow();
        Submission? before = null;
        return await cases.Change(
            act.SubmissionId, act.OperationId, AuditEntry.Of(act.Who, now, act.Code, act.Details),
            current =>
            {
                before = current;
                return MayAct(act, current) ? act.Apply(current, now) : CaseFiles.NotFound(act.SubmissionId);
            },
            after => [.. act.Messages(before!, after)],
            act.IfMatch, act.RequestDigest, cancellation);
    }

    /// <summary>Answers what became of an act.</summary>
    public static IResult Answer(Caller caller, Outcome<Changed<Submission>> outcome) => outcome.Succeeded
        ? new TaggedAnswer<SubmissionView>(SubmissionView.For(caller, outcome.Value.State), outcome.Value.ETag)
        : ProblemAnswer.From(outcome.Refusal);

    /// <summary>A role at the authority makes nobody the applicant of somebody else's case, and nobody speaks for a party but
    /// its own people.</summary>
    private static bool MayAct(SubmissionAct act, Submission submission) => act.Who.Role switch
    {
        _ when act.ForParty => act.Caller.SpeaksForAParty(submission),
        Roles.Applicant => act.Caller.MayChange(submission),
        _ => act.Caller.MaySee(submission),
    };

    /// <summary>Ids that we never gave out are not looked up: they could hold characters that storage keys cannot.</summary>
    private static bool IsWellFormed(string id) =>
        id.Length is > 0 and <= 64 && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
