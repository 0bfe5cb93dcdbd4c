using Certification.Domain;
using Certification.Domain.Lifecycle;
using Certification.Domain.Rulebooks.Governance;
using Certification.Domain.Submissions;
using Certification.Storage.Lists;
using Certification.Web.Http;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Evidence;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Rulebooks;

/// <summary>Reads every open case and every certificate in force, list by list and page by page.</summary>
public sealed class SimulatedSubjects(Indexes indexes, CaseFiles cases, CertificateFiles certificates, EvidenceReports reports)
{
    private const int PageSize = 25;

    // A draft is the applicant's own until it is handed in.
    private static readonly IReadOnlyList<(string Index, string Partition)> Lists =
    [
        .. Enum.GetValues<SubmissionStatus>()
            .Where(status => status != SubmissionStatus.Draft && !SubmissionMoves.IsFinal(status))
            .Select(status => (SubmissionLists.Queue, Submission.Word(status))),
        (CertificateLists.Directory, SubmissionLists.All),
    ];

    /// <summary>The next subjects.</summary>
    /// <param name="continuation">Of the page before; null for the first.</param>
    internal async Task<Outcome<PageOf<SimulatedSubject>>> Page(string? continuation, CancellationToken cancellation)
    {
        if (!TryRead(continuation, out var list, out var token))
        {
            return new Refusal(
                RefusalKind.Invalid, "page.token-unknown", "The continuation is none of this simulation.",
                "Start again without one, and pass on continuations exactly as they were given.");
        }
        var page = await indexes.Page(Lists[list].Index, Lists[list].Partition, token, PageSize, cancellation);
        if (!page.Succeeded) return page.Refusal;
        var found = await Task.WhenAll(page.Value.Rows.Select(row => Read(list, row, cancellation)));
        var next = page.Value.Next is { } more ? $"{list}.{more}" : list + 1 < Lists.Count ? $"{list + 1}." : null;
        return new PageOf<SimulatedSubject>([.. found.OfType<SimulatedSubject>()], next);
    }

    // Lists are hints: a case that has moved on since its row was written is judged by what it is now.
    private async Task<SimulatedSubject?> Read(int list, IndexRow row, CancellationToken cancellation)
    {
        if (list < Lists.Count - 1)
        {
            var open = await cases.Find(row.Row<SubmissionRow>().Id, cancellation);
            return open is null || SubmissionMoves.IsFinal(open.State.Status)
                ? null
                : await Subject(open.State.Id, SimulatedKind.Submission, open.State, cancellation);
        }
        var certificate = (await certificates.Find(row.Row<CertificateRow>().Number.Text, cancellation))?.State;
        if (certificate is not { HasEnded: false }) return null;
        return await Subject(
            certificate.Number.Text, SimulatedKind.Certificate, await cases.Read(certificate.SubmissionId, cancellation), cancellation);
    }

    private async Task<SimulatedSubject> Subject(
        string id, SimulatedKind kind, Submission submission, CancellationToken cancellation)
    {
        var system = submission.Declaration.System;
        var facts = SimulatedFacts.Of(submission, await reports.ReadAll(submission.Reports, cancellation));
        return new SimulatedSubject(id, kind, $"{system.Name} {system.Version}", facts);
    }

    private static bool TryRead(string? continuation, out int list, out string? token)
    {
        (list, token) = (0, null);
        if (continuation is null) return true;
        if (continuation.Split('.', 2) is not [var number, var rest] || !int.TryParse(number, out list) || list < 0 || list >= Lists.Count)
            return false;
        token = rest.Length == 0 ? null : rest;
        return true;
    }
}

/// <summary>A case or certificate with what is known of it.</summary>
internal sealed record SimulatedSubject(string Id, SimulatedKind Kind, string System, SimulatedFacts Facts);
