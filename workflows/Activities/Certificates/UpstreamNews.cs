using Certification.Domain.Lifecycle;
using Certification.Storage.Audit;
using Certification.Storage.Lists;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>Tells the certificates that rest on another what became of it: their officers get a task, their holders read it in the
/// timeline of their case. Whether a child is suspended too is for an officer to decide, who knows what it took over.</summary>
public sealed class UpstreamNews(
    CertificateFiles certificates, CaseFiles cases, Indexes lists, AuthorityProfile authority, TimeProvider clock)
{
    private static readonly TimeSpan ToBeSeenTo = TimeSpan.FromDays(14);

    /// <summary>Tells every child of ours, each once for each word.</summary>
    /// <param name="number">The upstream certificate, ours or another authority's.</param>
    /// <param name="word">What it is now, such as <c>suspended</c>.</param>
    /// <param name="operationId">Of the step that tells; makes telling idempotent.</param>
    public async Task Tell(string number, string word, string operationId, CancellationToken cancellation)
    {
        for (string? token = null; ;)
        {
            var page = await lists.Page(CertificateLists.Children, number, token, Indexes.MaxPageSize, cancellation);
            if (!page.Succeeded) throw new InvalidOperationException(page.Refusal.Message);
            foreach (var row in page.Value.Rows) await TellChild(row.Key, number, word, $"{operationId}/{row.Key}", cancellation);
            if ((token = page.Value.Next) is null) return;
        }
    }

    private async Task TellChild(string child, string number, string word, string operationId, CancellationToken cancellation)
    {
        var at = clock.GetUtcNow();
        var text = $"It rests on evidence of {number}, which is {word} now.";
        var task = new OfficerTask($"upstream-{word}", "upstream", text, at, at + ToBeSeenTo);
        var record = await certificates.Read(child, cancellation);
        if (record.HasEnded || record.Tasks?.Any(known => known.Id == task.Id) is true) return;

        var entry = AuditEntry.Of(authority.Self, at, "upstream.changed", new { text, Upstream = number, Status = word });
        var noted = await cases.Change(record.SubmissionId, operationId, entry, submission => submission, cancellation: cancellation);
        var tasked = await certificates.Change(child, operationId, entry, current => current.WithTask(task), cancellation: cancellation);
        if ((noted.Refusal ?? tasked.Refusal) is { } refusal) throw new InvalidOperationException(refusal.Message);
    }
}
