using Certification.Signing.Log;
using CsCheck;
using Xunit;

namespace Certification.Signing.Tests.Log;

public sealed class TreeTests
{
    private static readonly Gen<int> Size = Gen.OneOf(Gen.Int[1, 40], Gen.Int[250, 260], Gen.Int[500, 1500]);

    [Fact]
    public void The_root_is_that_of_the_definition_however_the_entries_came() =>
        Gen.Select(Gen.Int[0, 600], Gen.Int[0, 600]).Sample((first, second) =>
        {
            var entries = PlainTree.Entries(first + second);
            var edge = TreeEdge.Empty.Append(entries[..first]).Edge.Append(entries[first..]).Edge;
            return edge.Root().AsSpan().SequenceEqual(PlainTree.Root(entries));
        }, iter: 50);

    [Fact]
    public async Task An_edge_is_read_back_from_the_published_tiles() => await Size.SampleAsync(async size =>
    {
        var (edge, tiles) = Grow(size);
        var read = await TreeEdge.ReadAsync((ulong)size, path => Task.FromResult(tiles[path]));
        var (one, other) = (edge.Append(PlainTree.Entries(300)), read.Append(PlainTree.Entries(300)));
        return one.Edge.Root().AsSpan().SequenceEqual(other.Edge.Root())
            && one.Tiles.Zip(other.Tiles).All(pair => pair.First.Path == pair.Second.Path && pair.First.Content.AsSpan().SequenceEqual(pair.Second.Content));
    }, iter: 20);

    [Fact]
    public async Task Every_inclusion_proof_out_of_tiles_holds_and_for_no_other_entry() => await Gen.Select(Size, Gen.Int[0, int.MaxValue]).SampleAsync(async (size, any) =>
    {
        var (edge, tiles) = Grow(size);
        var index = any % size;
        var proof = await new TreeReader((ulong)size, path => Task.FromResult(tiles[path])).ProveInclusionAsync((ulong)index);
        var (mine, other) = (PlainTree.Entries(1, index)[0], PlainTree.Entries(1, index + 1)[0]);
        return proof.Holds(MerkleHash.Leaf(mine.Span), edge.Root()) && !proof.Holds(MerkleHash.Leaf(other.Span), edge.Root());
    }, iter: 100);

    [Fact]
    public async Task Every_consistency_proof_out_of_tiles_holds_and_for_no_other_history() => await Gen.Select(Size, Gen.Int[0, int.MaxValue]).SampleAsync(async (size, any) =>
    {
        var (edge, tiles) = Grow(size);
        var old = 1 + (any % size);
        var proof = await new TreeReader((ulong)size, path => Task.FromResult(tiles[path])).ProveConsistencyAsync((ulong)old);
        var (before, rewritten) = (Grow(old).Edge.Root(), TreeEdge.Empty.Append(PlainTree.Entries(old, from: 1)).Edge.Root());
        return proof.Holds(before, edge.Root()) && !proof.Holds(rewritten, edge.Root());
    }, iter: 100);

    [Fact]
    public void A_log_of_70000_entries_has_the_tiles_that_the_specification_counts()
    {
        var tiles = Grow(70_000).Tiles.Keys.ToList();
        int[] Widths(int level) => [.. tiles.Where(tile => tile.Level == level && tile.Width < TilePath.FullWidth).Select(tile => tile.Width)];
        int Full(int level) => tiles.Count(tile => tile.Level == level && tile.Width == TilePath.FullWidth);
        Assert.Equal((273, 1, 0, 273), (Full(0), Full(1), Full(2), Full(TilePath.Entries)));
        Assert.Equal([112], Widths(0));
        Assert.Equal([17], Widths(1));
        Assert.Equal([1], Widths(2));
        Assert.Equal([112], Widths(TilePath.Entries));
    }

    [Theory]
    [InlineData(0, 1_234_067, 256, "tile/0/x001/x234/067")]
    [InlineData(1, 0, 17, "tile/1/000.p/17")]
    [InlineData(TilePath.Entries, 1000, 1, "tile/entries/x001/000.p/1")]
    public void A_tile_is_published_where_the_specification_says(int level, ulong index, int width, string path) =>
        Assert.Equal(path, new TilePath(level, index, width).ToString());

    [Fact]
    public void A_bundle_says_again_what_was_put_into_it()
    {
        var bundle = Grow(5).Tiles[new(TilePath.Entries, 0, 5)];
        Assert.Equal(PlainTree.Entries(5).Select(entry => entry.ToArray()), EntryBundle.Read(bundle).Select(entry => entry.ToArray()));
        Assert.Throws<InvalidDataException>(() => EntryBundle.Read(bundle.AsMemory(0, bundle.Length - 1)));
    }

    [Fact]
    public void An_entry_longer_than_its_length_can_say_is_refused() =>
        Assert.Throws<ArgumentException>(() => TreeEdge.Empty.Append([new byte[EntryBundle.LongestEntry + 1]]));

    [Fact]
    public async Task A_tile_that_was_cut_short_proves_nothing()
    {
        var tiles = Grow(10).Tiles;
        await Assert.ThrowsAsync<InvalidDataException>(() => new TreeReader(10, path => Task.FromResult(tiles[path][..^1])).ProveInclusionAsync(3));
    }

    private static (TreeEdge Edge, Dictionary<TilePath, byte[]> Tiles) Grow(int size)
    {
        var growth = TreeEdge.Empty.Append(PlainTree.Entries(size));
        return (growth.Edge, growth.Tiles.ToDictionary(tile => tile.Path, tile => tile.Content));
    }
}
