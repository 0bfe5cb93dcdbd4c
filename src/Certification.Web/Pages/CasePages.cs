using Certification.Web.Http;
using Certification.Domain.Submissions;
using Certification.Signing.Log;
using Certification.Storage.Changes;
using Certification.Storage.Lists;
using Certification.Web.Access;
using Certification.Web.Accountability;
using Certification.Web.Submissions;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Log;
using Certification.Workflows.Activities.Submissions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Certification.Web.Pages;

/// <summary>The pages for those who are signed in.</summary>
public static class CasePages
{
    private static readonly SubmissionStatus[] Queues = [SubmissionStatus.InReview, SubmissionStatus.AwaitingDecision];

    /// <summary>Maps the pages.</summary>
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("/cases", List).RequireRoles();
        pages.MapGet("/cases/{id}", Read).RequireRoles();
    }

    private static async Task<IResult> List(Caller caller, Indexes indexes, AuthorityProfile authority, CancellationToken cancellation)
    {
        var lists = new List<CaseList>();
        if (caller.Roles.Contains(Roles.Applicant))
        {
            var partition = SubmissionLists.OwnPartition(caller.Organisation);
            lists.Add(await ReadList($"Cases of {caller.Organisation}", SubmissionLists.Own, partition, indexes, cancellation));
        }
        foreach (var status in caller.IsOfAuthority ? Queues : [])
        {
            var word = Submission.Word(status);
            lists.Add(await ReadList($"Cases {word.Replace('-', ' ')}", SubmissionLists.Queue, word, indexes, cancellation));
        }
        return new RazorComponentResult<CasesPage>(new { Model = new CasesPageModel(authority, caller, lists) });
    }

    private static async Task<CaseList> ReadList(
        string title, string index, string partition, Indexes indexes, CancellationToken cancellation)
    {
        var page = await indexes.Read<SubmissionRow, SubmissionLine>(index, partition, null, SubmissionLine.Of, cancellation);
        return new CaseList(title, page.Value?.Items ?? []);
    }

    private static async Task<IResult> Read(
        string id, Caller caller, SubmissionCommands commands, AccountabilityViews views, Subjects subjects, AuthorityLog log, AuthorityProfile authority,
        CancellationToken cancellation)
    {
        var found = await commands.Find(caller, id, cancellation);
        if (!found.Succeeded) return PublicPages.NotFound(authority, found.Refusal);
        var model = new CasePageModel(
            authority, SubmissionView.For(caller, found.Value.State), await views.Of(caller, found.Value.State, cancellation),
            await TimelineResource.Entries(caller, id, subjects, cancellation), await IndexOf(found.Value.State, log, authority, cancellation));
        return new RazorComponentResult<CasePage>(new { Model = model });
    }

    private static async Task<ulong?> IndexOf(Submission submission, AuthorityLog log, AuthorityProfile authority, CancellationToken cancellation) =>
        submission.DecisionRecord is { } record && await log.RecentProof(LogEntry.Of(authority.Code, record), cancellation) is { } text
            && LogProof.TryParse(text, out var proof) ? proof.Index : null;
}
