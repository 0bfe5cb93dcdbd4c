using System.Text;
using Certification.Signing.Log;
using Xunit;

namespace Certification.Signing.Tests.Log;

public sealed class TransparencyLogTests
{
    private readonly MemoryLogStore _store = new();

    [Fact]
    public async Task What_is_appended_is_published_in_order()
    {
        var log = new SampleLog(_store).Open();
        var first = await log.AppendAsync(PlainTree.Entries(300));
        var second = await log.AppendAsync(PlainTree.Entries(7, from: 300));
        Assert.Equal((0UL, 300UL, 307UL), (first.First, second.First, second.Checkpoint.Size));
        Assert.Equal(Texts(307), await new SampleLog(_store).CheckAsync());
    }

    [Fact]
    public async Task Another_process_goes_on_where_one_ended()
    {
        await new SampleLog(_store).Open().AppendAsync(PlainTree.Entries(300));
        await new SampleLog(_store).Open().AppendAsync(PlainTree.Entries(300, from: 300));
        Assert.Equal(Texts(600), await new SampleLog(_store).CheckAsync());
    }

    [Fact]
    public async Task A_log_without_entries_has_a_checkpoint()
    {
        Assert.Equal(0UL, (await new SampleLog(_store).Open().OpenAsync()).Size);
        Assert.Empty(await new SampleLog(_store).CheckAsync());
    }

    [Fact]
    public async Task Two_writers_lose_nothing_and_overwrite_nothing()
    {
        var (one, other) = (new SampleLog(_store).Open(), new SampleLog(_store).Open());
        await one.AppendAsync(PlainTree.Entries(250));
        await other.AppendAsync(PlainTree.Entries(1, from: 250));
        // The other commits between this one's reading of the head and its own commit.
        _store.Meanwhile = () => other.AppendAsync(PlainTree.Entries(20, from: 251));
        await one.AppendAsync(PlainTree.Entries(3, from: 271));
        Assert.Equal(Texts(274), await new SampleLog(_store).CheckAsync());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_kill_at_any_write_leaves_a_log_that_verifies_and_goes_on(bool after)
    {
        var deaths = 0;
        for (var write = 1; ; write++, deaths++)
        {
            var store = new MemoryLogStore();
            await new SampleLog(store).Open().AppendAsync(PlainTree.Entries(254));
            var before = await new SampleLog(store).CheckAsync();
            (store.DiesAt, store.DiesAfter) = (store.Writes + write, after);
            var died = await Record.ExceptionAsync(() => new SampleLog(store).Open().AppendAsync(PlainTree.Entries(5, from: 254)));
            (store.DiesAt, store.DiesAfter) = (0, false);

            // As the killed process left it, then as the next one finds, finishes and continues it.
            var left = await new SampleLog(store).CheckAsync();
            Assert.Equal(before, left[..254]);
            var next = new SampleLog(store).Open();
            var lost = await next.FindAsync(PlainTree.Entries(1, from: 254)[0], 254) is null;
            await next.AppendAsync(PlainTree.Entries(lost ? 6 : 1, from: lost ? 254 : 259));
            Assert.Equal(Texts(260), await new SampleLog(store).CheckAsync());
            if (died is null)
            {
                break;
            }
        }

        // Staging, head, two full and two partial tiles of hashes, two bundles, checkpoint: fewer would mean that nobody died there.
        Assert.True(deaths >= 8, $"{deaths} writes");
    }

    [Fact]
    public async Task A_paused_process_does_not_publish_over_a_later_checkpoint()
    {
        var slow = new SampleLog(_store).Open();
        await slow.AppendAsync(PlainTree.Entries(3));
        (_store.DiesAt, _store.DiesAfter) = (_store.Writes + 2, true);
        await Assert.ThrowsAsync<IOException>(() => slow.AppendAsync(PlainTree.Entries(1, from: 3)));
        _store.DiesAt = 0;
        await new SampleLog(_store).Open().AppendAsync(PlainTree.Entries(1, from: 4));
        Assert.Equal(5UL, (await slow.OpenAsync()).Size);
        Assert.Equal(Texts(5), await new SampleLog(_store).CheckAsync());
    }

    [Fact]
    public async Task A_log_whose_tiles_were_changed_is_not_continued()
    {
        var batch = await new SampleLog(_store).Open().AppendAsync(PlainTree.Entries(5));
        await ChangeLevel0();
        await _store.WriteAsync(LogPaths.Staged(batch.Checkpoint), [], default);
        await Assert.ThrowsAsync<InvalidDataException>(() => new SampleLog(_store).Open().AppendAsync(PlainTree.Entries(1)));
    }

    [Fact]
    public async Task The_tiles_of_the_last_batch_are_written_again_by_the_next_process()
    {
        await new SampleLog(_store).Open().AppendAsync(PlainTree.Entries(5));
        await ChangeLevel0();
        await new SampleLog(_store).Open().OpenAsync();
        Assert.Equal(Texts(5), await new SampleLog(_store).CheckAsync());
    }

    [Fact]
    public async Task An_entry_is_found_from_an_index_on()
    {
        var log = new SampleLog(_store).Open();
        await log.AppendAsync(PlainTree.Entries(600));
        Assert.Equal(515UL, await log.FindAsync(PlainTree.Entries(1, from: 515)[0], 300));
        Assert.Null(await log.FindAsync(PlainTree.Entries(1, from: 299)[0], 300));
        Assert.Null(await log.FindAsync("never"u8.ToArray(), 0));
    }

    private async Task ChangeLevel0()
    {
        var path = new TilePath(0, 0, 5).ToString();
        var tile = (byte[])(await _store.ReadAsync(path, default))!.Content.Clone();
        tile[0] ^= 1;
        await _store.WriteAsync(path, tile, default);
    }

    private static List<string> Texts(int count) => [.. PlainTree.Entries(count).Select(entry => Encoding.UTF8.GetString(entry.Span))];
}
