using Azure.Data.Tables;
using Certification.Domain.Lifecycle;
using Certification.Signing.StatusLists;
using Certification.Storage;
using Certification.Storage.Audit;
using Certification.Storage.Changes;
using Certification.Storage.Outbox;

namespace Certification.Journey.Tests;

/// <summary>What must hold of an authority's storage at every moment, also between two writes of a server that was killed.</summary>
/// <param name="storage">The authority's, straight.</param>
public sealed class Invariants(AuthorityStorage storage)
{
    private const string CertificatePrefix = "certificate:";
    private readonly Subjects _subjects = new(storage, new OutboxDispatcher(storage, (_, fault) => throw fault));
    private readonly LogInvariants _log = new(storage);
    private readonly Dictionary<string, int> _entriesSeen = [];

    /// <summary>Checks all of it. Published certificates are listed first: a server that goes on meanwhile only adds.</summary>
    public async Task CheckAsync(CancellationToken cancellation)
    {
        var published = await PublishedNumbersAsync(cancellation);
        var audits = await AuditsAsync(cancellation);
        var records = new List<CertificateRecord>();
        foreach (var subject in audits.Keys.Where(id => id.StartsWith(CertificatePrefix, StringComparison.Ordinal)))
        {
            records.Add((await _subjects.Find<CertificateRecord>(subject, cancellation))!.State);
        }
        NothingIsLost(audits);
        Assert.Distinct(records.Select(record => record.Number));
        Assert.Distinct(records.Select(record => record.SubmissionId));
        Assert.Distinct(records.Select(record => record.Pointer));
        foreach (var number in published)
        {
            var record = Assert.Single(records, record => record.Number.Text == number);
            Assert.NotNull(record.Status);
            Assert.Single(audits[CertificatePrefix + number], entry => entry.Code == "certificate.in-force");
            // Nobody sees a certificate of which there is no signed word since when it is in force.
            var latest = storage.Container(StorageNames.PublicContainer).GetBlobClient(StatusPaths.Record(record.Number));
            Assert.True((await latest.ExistsAsync(cancellation)).Value, $"{number} has no status record.");
        }
        await _log.CheckAsync([.. records.Where(record => published.Contains(record.Number.Text))], cancellation);
    }

    /// <summary>The codes of a submission's audit entries, with how often each stands there.</summary>
    public async Task<Dictionary<string, int>> ActsOnAsync(string submissionId, CancellationToken cancellation) =>
        (await ReadAuditAsync($"submission:{submissionId}", cancellation)).CountBy(entry => entry.Code).ToDictionary();

    /// <summary>An audit chain that was seen once never becomes shorter, and reading it proves that no entry was changed.</summary>
    private void NothingIsLost(Dictionary<string, IReadOnlyList<AuditRecord>> audits)
    {
        foreach (var (subject, count) in _entriesSeen)
        {
            Assert.True(audits.GetValueOrDefault(subject)?.Count >= count, $"{subject} had {count} audit entries.");
        }
        foreach (var (subject, entries) in audits) _entriesSeen[subject] = entries.Count;
    }

    private async Task<Dictionary<string, IReadOnlyList<AuditRecord>>> AuditsAsync(CancellationToken cancellation)
    {
        var audits = new Dictionary<string, IReadOnlyList<AuditRecord>>();
        var states = storage.Table(StorageNames.SubjectsTable).QueryAsync<TableEntity>(
            "RowKey eq 'state'", select: ["PartitionKey"], cancellationToken: cancellation);
        await foreach (var row in states)
        {
            var subject = row.PartitionKey;
            audits[subject] = await ReadAuditAsync(subject, cancellation);
        }
        return audits;
    }

    private async Task<IReadOnlyList<AuditRecord>> ReadAuditAsync(string subject, CancellationToken cancellation)
    {
        var entries = new List<AuditRecord>();
        await foreach (var entry in _subjects.ReadAudit(subject, cancellation)) entries.Add(entry);
        return entries;
    }

    private async Task<List<string>> PublishedNumbersAsync(CancellationToken cancellation)
    {
        var numbers = new List<string>();
        var blobs = storage.Container(StorageNames.PublicContainer).GetBlobsAsync(
            Azure.Storage.Blobs.Models.BlobTraits.None, Azure.Storage.Blobs.Models.BlobStates.None, "certificates/", cancellation);
        await foreach (var blob in blobs)
        {
            if (blob.Name.EndsWith(".xml", StringComparison.Ordinal)) numbers.Add(Path.GetFileNameWithoutExtension(blob.Name));
        }
        return numbers;
    }
}
