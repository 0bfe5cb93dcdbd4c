using System.Text;
using Azure.Storage.Blobs.Models;
using Certification.Domain;
using Certification.Domain.Lifecycle;
using Certification.Domain.Recognition;
using Certification.Signing.Log;
using Certification.Signing.StatusLists;
using Certification.Storage;
using Certification.Storage.Blobs;

namespace Certification.Journey.Tests;

/// <summary>What must hold of an authority's log at every moment: its tiles have the root of its checkpoint, and nothing is public that
/// counts and is not in it.</summary>
public sealed class LogInvariants(AuthorityStorage storage)
{
    private readonly BlobLogStore _files = new(storage);

    /// <summary>Checks all of it. What is public is read before the log, which only grows.</summary>
    /// <param name="records">Records of the certificates that are published.</param>
    public async Task CheckAsync(IReadOnlyList<CertificateRecord> records, CancellationToken cancellation)
    {
        var entries = records.Select(record => LogEntry.Of(record.Number, record.CertificateDigest!.Value)).ToList();
        entries.AddRange((await Published<StatusRecord>("status-records/", cancellation)).Select(LogEntry.Of));
        entries.AddRange((await Published<RecognitionStatement>("recognitions/", cancellation)).Select(LogEntry.Of));

        var standing = await EntriesAsync(cancellation);
        foreach (var entry in entries)
        {
            Assert.Contains(Encoding.UTF8.GetString(entry.Bytes()), standing);
        }
    }

    /// <summary>The log's entries; their tree has the root of the published checkpoint.</summary>
    private async Task<HashSet<string>> EntriesAsync(CancellationToken cancellation)
    {
        if (await _files.ReadAsync(LogPaths.Checkpoint, cancellation) is not { } file) return [];
        var checkpoint = SignedCheckpoint.TryParse(Encoding.UTF8.GetString(file.Content))!.Checkpoint;
        var entries = new List<ReadOnlyMemory<byte>>();
        while ((ulong)entries.Count < checkpoint.Size)
        {
            var path = TilePath.Holding(TilePath.Entries, (ulong)entries.Count, checkpoint.Size).ToString();
            entries.AddRange(EntryBundle.Read((await _files.ReadAsync(path, cancellation))!.Content));
        }
        var tree = entries.Count == 0 ? TreeEdge.Empty : TreeEdge.Empty.Append(entries).Edge;
        Assert.Equal((checkpoint.Size, Convert.ToHexString(checkpoint.Root.Span)), (tree.Size, Convert.ToHexString(tree.Root())));
        return [.. entries.Select(entry => Encoding.UTF8.GetString(entry.Span))];
    }

    private async Task<List<T>> Published<T>(string folder, CancellationToken cancellation)
    {
        var documents = new List<T>();
        var container = storage.Container(StorageNames.PublicContainer);
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, folder, cancellation))
        {
            // Beside a record stands its proof, which is text.
            if (blob.Name.EndsWith(LogProof.FileExtension, StringComparison.Ordinal)) continue;
            var file = await container.GetBlobClient(blob.Name).DownloadContentAsync(cancellation);
            var payload = file.Value.Content.ToString().Split('.')[1];
            documents.Add(DomainJson.Read<T>(System.Buffers.Text.Base64Url.DecodeFromChars(payload)));
        }
        return documents;
    }
}
