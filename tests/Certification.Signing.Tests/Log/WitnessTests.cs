using System.Text;
using Certification.Signing.Log;
using Xunit;

namespace Certification.Signing.Tests.Log;

public sealed class WitnessTests
{
    private readonly MemoryLogStore _store = new();
    private readonly Witness _witness = new(SampleLog.Policy);

    [Fact]
    public async Task A_log_that_grew_is_cosigned_and_one_that_repeats_itself_too()
    {
        var (old, next) = (await Append(10), await Append(20));
        var path = (await new SampleLog(_store).Open().Tree(30).ProveConsistencyAsync(10)).Path;
        Assert.NotNull(Judge(new(0, [], Note(old)), null, null));
        Assert.NotNull(Judge(new(10, path, Note(next)), old, null));
        Assert.NotNull(Judge(new(30, [], Note(next)), next, null));
    }

    [Fact]
    public async Task A_log_that_was_rewritten_is_not()
    {
        var old = await Append(10);
        var other = new MemoryLogStore();
        var log = new SampleLog(other).Open();
        await log.AppendAsync(PlainTree.Entries(30, from: 1));
        var path = (await log.Tree(30).ProveConsistencyAsync(10)).Path;
        var note = Encoding.UTF8.GetString((await other.ReadAsync(LogPaths.Checkpoint, default))!.Content);
        Judge(new(10, path, note), old, "witness.inconsistent");
        Judge(new(10, [], note), old, "witness.inconsistent");
        Judge(new(0, path, note), null, "witness.inconsistent");
    }

    [Fact]
    public async Task A_log_that_shrank_or_skips_what_the_witness_saw_is_not()
    {
        var (old, next) = (await Append(10), await Append(20));
        Judge(new(30, [], Note(old)), next, "witness.size-falls");
        Judge(new(10, [], Note(old)), next, "witness.size-differs");
        Judge(new(0, [], Note(next)), old, "witness.size-differs");
    }

    [Fact]
    public async Task A_log_that_nobody_asked_it_to_watch_is_not()
    {
        var stranger = new Ed25519NoteSigner("xb.example/log", new byte[32]);
        var note = await new Checkpoint("xb.example/log", 0, MerkleHash.Empty()).SignAsync([stranger]);
        Judge(new(0, [], note.ToString()), null, "log.origin-unknown");
    }

    [Fact]
    public async Task An_empty_log_with_another_root_is_not()
    {
        var note = await new Checkpoint(SampleLog.Origin, 0, new byte[32]).SignAsync([SampleLog.Key]);
        Judge(new(0, [], note.ToString()), null, "witness.inconsistent");
    }

    [Fact]
    public async Task A_request_is_read_as_it_was_written()
    {
        await Append(10);
        var next = await Append(20);
        var request = new WitnessRequest(10, (await new SampleLog(_store).Open().Tree(30).ProveConsistencyAsync(10)).Path, Note(next));
        Assert.Equal(request.ToString(), WitnessRequest.Parse(request.ToString())!.ToString());
        Assert.Null(WitnessRequest.Parse(request.ToString().Replace("old 10", "old 010")));
        Assert.Null(WitnessRequest.Parse(request.ToString().Replace("old 10\n", "old 10\nAAAA\n")));
        Assert.Null(WitnessRequest.Parse("old 10\n"));
    }

    private WitnessedCheckpoint? Judge(WitnessRequest request, AppendedBatch? seen, string? code)
    {
        var opened = _witness.Judge(request, seen is null ? null : new(seen.Checkpoint.Size, seen.Checkpoint.Root), out var fault);
        Assert.Equal(code, fault?.Code);
        Assert.Equal(code is null, opened is not null);
        return opened;
    }

    private async Task<AppendedBatch> Append(int count)
    {
        var log = new SampleLog(_store).Open();
        return await log.AppendAsync(PlainTree.Entries(count, from: (int)(await log.OpenAsync()).Size));
    }

    private static string Note(AppendedBatch batch) => batch.Note.ToString();
}
