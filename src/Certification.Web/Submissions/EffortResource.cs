using Certification.Domain.Intake;
using Certification.Domain.Submissions;
using Certification.Storage.Lists;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows.Activities.Rulebooks;
using Certification.Workflows.Activities.Submissions;
using Certification.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace Certification.Web.Submissions;

/// <summary><c>/v1/effort</c> and <c>/v1/submissions/{id}/effort</c>: what submissions cost, told by applicants, shown as medians.</summary>
public static class EffortResource
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPut("/v1/submissions/{id}/effort", Tell).RequireRoles(Roles.Applicant)
            .WithSummary("Tells, before handing in, how large the organisation is and how many hours the submission took; optional.")
            .Produces<SubmissionView>().AnswersProblems(404, 409, 422);
        api.MapGet("/v1/effort", Read).LimitPublicReads()
            .WithSummary("Shows what submissions cost by tier and size of organisation; groups of fewer than five applicants are withheld.")
            .Produces<EffortReport>();
    }

    private static async Task<IResult> Tell(
        string id, IfMatch seen, Json<EffortDeclaration> body, Caller caller, SubmissionCommands commands, CancellationToken cancellation)
    {
        if (body.Value.Check() is { } invalid) return ProblemAnswer.From(invalid);
        var act = SubmissionAct.Under(
            seen, caller, caller.As(Roles.Applicant), id, "effort.told", new { }, body.Canonical(),
            (submission, _) => submission.TellEffort(body.Value));
        return SubmissionCommands.Answer(caller, await commands.Change(act, cancellation));
    }

    private static async Task<IResult> Read(
        Indexes indexes, RulebookFiles rulebooks, BusinessClock clock, IMemoryCache cache, CancellationToken cancellation)
    {
        var report = await cache.GetOrCreateAsync("effort-report", async entry =>
        {
            entry.AbsoluteExpirationRelativeToNow = KeptFor;
            var rulebook = (await rulebooks.InForceAt(clock.GetUtcNow(), cancellation)).Current;
            return EffortMeter.Report(rulebook, await Rows(indexes, cancellation));
        });
        return TypedResults.Ok(report);
    }

    private static async Task<List<EffortRow>> Rows(Indexes indexes, CancellationToken cancellation)
    {
        var rows = new List<EffortRow>();
        foreach (var tier in Enum.GetValues<RiskTier>())
        {
            for (string? token = null; ;)
            {
                var page = await indexes.Page(SubmissionLists.Effort, SubmissionLists.EffortPartition(tier), token, Indexes.MaxPageSize, cancellation);
                if (!page.Succeeded) throw new InvalidOperationException(page.Refusal.Message);
                rows.AddRange(page.Value.Rows.Select(row => row.Row<EffortRow>()));
                if ((token = page.Value.Next) is null) break;
            }
        }
        return rows;
    }
}
