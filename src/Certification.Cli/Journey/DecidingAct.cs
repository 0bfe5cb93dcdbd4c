using System.Net;
using Certification.Cli.Http;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;

namespace Certification.Cli.Journey;

/// <summary>The decision: refused to who assessed, taken by who did not.</summary>
public sealed partial class JourneyPlayer
{
    private static DecisionBody InFavour { get; } = new(DecisionResult.Certify, ["The evidence supports the declared use."], []);

    private Task RefuseAssessorsDecisionAsync(CancellationToken cancellation) => _screen.StepAsync("four eyes", async _ =>
    {
        await UntilAsync(Record.SubmissionId!, view => view.Status == SubmissionStatus.AwaitingDecision, "ready for decision", cancellation);
        var code = await RefusalOfAsync(_cast.FirstAssessorAsDecider, HttpStatusCode.Forbidden, cancellation)
            ?? throw Unexpected("an assessor decided the case that she had assessed", "Look at DeciderDidNotAssessRule.");
        Record = Record with { RefusedDecision = code };
        return $"ada, who assessed, tries to decide: refused, {code}";
    });

    private Task DecideAsync(string submissionId, CancellationToken cancellation) => _screen.StepAsync("decide", async _ =>
    {
        await Patience.MakeAsync(
            () => _cast.Decider.GetSubmissionAsync(submissionId, cancellation),
            current => current.Value.Decision is not null,
            current => _cast.Decider.DecideAsync(current, InFavour, cancellation));
        return "dora, who took no part, decides to certify";
    });

    private Task RefuseAsync(CancellationToken cancellation) => _screen.StepAsync("decide", async _ =>
    {
        var barred = await RefusalOfAsync(_cast.Decider, HttpStatusCode.Conflict, cancellation)
            ?? throw Unexpected("a case with a major nonconformity was decided in favour", "Look at DeciderActs.");
        IReadOnlyList<string> reasons = [.. Record.Findings!.Where(f => f.Severity == Domain.Evidence.Severity.Major).Select(f => f.Message).Distinct()];
        await Patience.MakeAsync(
            () => _cast.Decider.GetSubmissionAsync(Record.SubmissionId!, cancellation),
            current => current.Value.Decision is not null,
            current => _cast.Decider.DecideAsync(current, new DecisionBody(DecisionResult.Refuse, reasons, []), cancellation));
        var refused = await UntilAsync(Record.SubmissionId!, view => view.Status == SubmissionStatus.Refused, "refused", cancellation);
        Record = Record with { RefusalReasons = refused.Decision!.Reasons };
        return $"dora may not certify ({barred}) and refuses, with {reasons.Count} reasons";
    });

    /// <summary>The reason code with which a decision in favour is refused; null when it was taken.</summary>
    private async Task<string?> RefusalOfAsync(AuthorityClient decider, HttpStatusCode expected, CancellationToken cancellation)
    {
        var current = await decider.GetSubmissionAsync(Record.SubmissionId!, cancellation);
        try
        {
            await decider.DecideAsync(current, InFavour, cancellation);
            return null;
        }
        catch (AuthorityRefusalException refused) when (refused.Status == expected)
        {
            return refused.Problem.Code;
        }
    }
}
