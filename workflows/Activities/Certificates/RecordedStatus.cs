using Certification.Domain.Certificates;
using Certification.Signing.StatusLists;
using Certification.Storage.Lists;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Workflows.Activities.Certificates;

/// <summary>The entries of a status list as the certificates' records have them: for a list that was lost, or that was signed with a key
/// which counts no more, so that nobody can say who wrote it.</summary>
public sealed class RecordedStatus(Indexes lists, CertificateFiles certificates)
{
    /// <summary>The list made anew. A certificate that is not yet in the directory is not yet in force either, and its entry is "valid"
    /// as every entry of a new list is.</summary>
    /// <param name="uri">Of the list, as certificates name it.</param>
    public async Task<StatusList> Of(string uri, CancellationToken cancellation)
    {
        var entries = new List<KeyValuePair<int, StatusEntry>>();
        for (string? token = null; ;)
        {
            var page = await lists.Page(CertificateLists.Directory, SubmissionLists.All, token, Indexes.MaxPageSize, cancellation);
            if (!page.Succeeded) throw new InvalidOperationException(page.Refusal.Message);
            foreach (var row in page.Value.Rows)
            {
                var record = await certificates.Read(row.Row<CertificateRow>().Number.Text, cancellation);
                if (record.Pointer.List == uri && record.Status is { } status) entries.Add(new(record.Pointer.Index, StatusEntries.Of(status)));
            }
            if (page.Value.Next is null) return StatusList.Create().With(entries);
            token = page.Value.Next;
        }
    }
}
