using System.Text;
using Certification.Domain;

namespace Certification.Signing.Log;

/// <summary>Verifies a published log as a whole: who signed it, that its tiles are those of its entries, that it only grew, and that it
/// does not contradict itself. Every file is read; nothing of what the log says of itself is believed.</summary>
/// <param name="read">A file of the log by its path, such as <c>checkpoint</c>; null when there is none.</param>
/// <param name="policy">The logs and witnesses that the auditor believes; null for none.</param>
public sealed class LogAudit(Func<string, Task<byte[]?>> read, LogPolicy? policy)
{
    private const int ReadsAtOnce = 8;
    private readonly List<LogAuditStep> _steps = [];

    /// <summary>Audits the log.</summary>
    /// <param name="remembered">A checkpoint that the auditor kept from an earlier audit; null for none.</param>
    public async Task<LogAuditReport> RunAsync(string? remembered = null)
    {
        if (await OpenAsync() is not { } opened)
        {
            return new(_steps, null, []);
        }

        var entries = await EntriesAsync(opened.Checkpoint);
        if (entries is not null && await TilesAsync(opened.Checkpoint, entries) && (remembered is null || Grew(remembered, entries)))
        {
            Contents(entries);
        }

        return new(_steps, opened, entries ?? []);
    }

    private async Task<WitnessedCheckpoint?> OpenAsync()
    {
        if (await TextAsync(LogPaths.Checkpoint) is not { } note || SignedCheckpoint.TryParse(note) is not { } signed)
        {
            return Stop("checkpoint", new("log.checkpoint-missing", "No checkpoint of a log lies there."), isFalse: false);
        }

        if (policy is null)
        {
            return Stop("checkpoint", new("log.keys-missing", $"No key of {signed.Checkpoint.Origin} is given, so anybody may have signed it."), isFalse: false);
        }

        var opened = policy.Open(note, out var fault);
        // A busy log's newest checkpoint is often too young for its witnesses; the latest that they cosigned lies beside it.
        if (fault?.Code == "log.witnesses-missing" && await TextAsync(LogPaths.Cosigned) is { } cosigned)
        {
            opened = policy.Open(cosigned, out fault) ?? opened;
        }

        if (opened is null)
        {
            return Stop("checkpoint", fault!, isFalse: fault!.Code == "log.signature-invalid");
        }

        Pass("checkpoint", $"{opened.Checkpoint.Origin} signed a tree of size {opened.Checkpoint.Size}.");
        var witnesses = policy.Cosigners(opened.Note, opened.Checkpoint.Origin);
        Pass("witnesses", witnesses.Count == 0 ? "None was asked for, and none cosigned." : $"{string.Join(" and ", witnesses.Select(one => $"{one.Name} on {one.At:yyyy-MM-dd HH:mm:ss}Z"))}; {policy.Needed} wanted.");
        return opened;
    }

    private async Task<List<ReadOnlyMemory<byte>>?> EntriesAsync(Checkpoint checkpoint)
    {
        var paths = new List<TilePath>();
        for (var first = 0UL; first < checkpoint.Size; first += TilePath.FullWidth)
        {
            paths.Add(TilePath.Holding(TilePath.Entries, first, checkpoint.Size));
        }

        var entries = new List<ReadOnlyMemory<byte>>();
        foreach (var some in paths.Chunk(ReadsAtOnce))
        {
            foreach (var (path, bundle) in some.Zip(await Task.WhenAll(some.Select(path => read(path.ToString())))))
            {
                if (bundle is null || TryRead(bundle) is not { } found || found.Count != path.Width)
                {
                    Fail("entries", bundle is null
                        ? new("log.file-missing", $"{path} is missing.")
                        : new("log.bundle-malformed", $"{path} does not hold {path.Width} entries."), isFalse: bundle is not null);
                    return null;
                }

                entries.AddRange(found);
            }
        }

        return entries;
    }

    private static List<ReadOnlyMemory<byte>>? TryRead(byte[] bundle)
    {
        try
        {
            return EntryBundle.Read(bundle);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private async Task<bool> TilesAsync(Checkpoint checkpoint, List<ReadOnlyMemory<byte>> entries)
    {
        var growth = TreeEdge.Empty.Append(entries);
        if (!growth.Edge.Root().AsSpan().SequenceEqual(checkpoint.Root.Span))
        {
            return Fail("tree", new("log.tree-differs", "The entries do not have the root that was signed."), isFalse: true);
        }

        foreach (var some in growth.Tiles.Where(tile => tile.Path.Level != TilePath.Entries).Chunk(ReadsAtOnce))
        {
            foreach (var (tile, published) in some.Zip(await Task.WhenAll(some.Select(tile => read(tile.Path.ToString())))))
            {
                if (published?.AsSpan().SequenceEqual(tile.Content) is not true)
                {
                    return Fail("tree", new("log.tile-differs", $"{tile.Path} is not what its entries make it."), isFalse: published is not null);
                }
            }
        }

        return Pass("tree", $"Every entry hashes to the signed root, through {growth.Tiles.Count} tiles.");
    }

    private bool Grew(string remembered, List<ReadOnlyMemory<byte>> entries)
    {
        if (policy!.Open(remembered, out var fault) is not { Checkpoint: var old })
        {
            return Fail("history", fault! with { Message = $"The remembered checkpoint: {fault.Message}" }, isFalse: false);
        }

        if (old.Size > (ulong)entries.Count)
        {
            return Fail("history", new("log.shrunk", $"It had {old.Size} entries, and has {entries.Count}."), isFalse: true);
        }

        return TreeEdge.Empty.Append(entries[..(int)old.Size]).Edge.Root().AsSpan().SequenceEqual(old.Root.Span)
            ? Pass("history", $"The first {old.Size} entries are those of the remembered checkpoint.")
            : Fail("history", new("log.rewritten", $"The first {old.Size} entries are not those of the remembered checkpoint."), isFalse: true);
    }

    // Two certificates under one number are what a log is there to bring to light.
    private void Contents(List<ReadOnlyMemory<byte>> bytes)
    {
        var entries = bytes.Select(LogEntry.TryParse).ToList();
        var reused = entries.OfType<LogEntry>().Where(entry => entry.Kind == LogEntryKind.Certificate).Distinct()
            .GroupBy(entry => entry.Subject).FirstOrDefault(same => same.Count() > 1);
        var kinds = entries.OfType<LogEntry>().CountBy(entry => entry.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Value} {LogEntry.Word(kind.Key)}");
        if (reused is not null)
        {
            Fail("entries", new("log.number-reused", $"{reused.Key} names two certificates."), isFalse: true);
        }
        else if (entries.IndexOf(null) is var unread and >= 0)
        {
            Fail("entries", new("log.entry-unknown", $"Entry {unread} is of no kind that is known here: a newer release may read it."), isFalse: false);
        }
        else
        {
            Pass("entries", entries.Count == 0 ? "There are none yet." : $"{string.Join(", ", kinds)}; no number names two certificates.");
        }
    }

    private async Task<string?> TextAsync(string path) => await read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private WitnessedCheckpoint? Stop(string step, Reason fault, bool isFalse)
    {
        Fail(step, fault, isFalse);
        return null;
    }

    private bool Fail(string step, Reason fault, bool isFalse)
    {
        _steps.Add(new(step, isFalse ? LogAuditOutcome.Invalid : LogAuditOutcome.Undetermined, fault.Message, fault.Code));
        return false;
    }

    private bool Pass(string step, string says)
    {
        _steps.Add(new(step, LogAuditOutcome.Valid, says, null));
        return true;
    }
}
