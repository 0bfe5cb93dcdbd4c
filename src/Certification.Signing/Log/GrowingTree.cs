namespace Certification.Signing.Log;

/// <summary>A tree while it is appended to: full tiles are put aside as they fill, the partial ones at the end.</summary>
internal sealed class GrowingTree
{
    private readonly ulong _from;
    private readonly MemoryStream _bundle = new();
    private readonly List<Level> _levels = [];
    private readonly List<Tile> _tiles = [];
    private ulong _size;

    /// <summary>Begins where a tree of this size ends.</summary>
    public GrowingTree(ulong size, byte[] bundle, byte[][] levels)
    {
        _from = _size = size;
        _bundle.Write(bundle);
        foreach (var (level, hashes) in levels.Index())
        {
            _levels.Add(new(size >> (8 * level), hashes));
        }
    }

    public void Append(ReadOnlySpan<byte> entry)
    {
        EntryBundle.Append(_bundle, entry);
        MerkleHash.Leaf(entry, LevelAt(0).Next());
        _size++;
        if (_size % TilePath.FullWidth == 0)
        {
            _tiles.Add(new(new(TilePath.Entries, (_size / TilePath.FullWidth) - 1, TilePath.FullWidth), _bundle.ToArray()));
            _bundle.SetLength(0);
        }

        for (var level = 0; _levels[level].IsFull; level++)
        {
            var full = _levels[level].TakeFull();
            _tiles.Add(new(new(level, (_levels[level].Count / TilePath.FullWidth) - 1, TilePath.FullWidth), full));
            MerkleHash.OfComplete(full).CopyTo(LevelAt(level + 1).Next());
        }
    }

    /// <summary>The tiles, with the partial ones that the growth changed.</summary>
    public List<Tile> Finish(out byte[] bundle, out byte[][] levels)
    {
        bundle = _bundle.ToArray();
        levels = [.. _levels.Select(level => level.Partial())];
        if (_size > _from && bundle.Length > 0)
        {
            _tiles.Add(new(TilePath.Holding(TilePath.Entries, _size - 1, _size), bundle));
        }

        foreach (var (level, hashes) in levels.Index())
        {
            var count = _size >> (8 * level);
            if (hashes.Length > 0 && count > _from >> (8 * level))
            {
                _tiles.Add(new(TilePath.Holding(level, count - 1, _size), hashes));
            }
        }

        return _tiles;
    }

    private Level LevelAt(int level)
    {
        if (level == _levels.Count)
        {
            _levels.Add(new(0, []));
        }

        return _levels[level];
    }

    /// <summary>The last tile of one level.</summary>
    private sealed class Level
    {
        private readonly byte[] _hashes = new byte[TilePath.FullWidth * MerkleHash.Length];
        private int _width;

        public Level(ulong count, byte[] hashes)
        {
            (Count, _width) = (count, hashes.Length / MerkleHash.Length);
            hashes.CopyTo(_hashes, 0);
        }

        /// <summary>Hashes of the whole level.</summary>
        public ulong Count { get; private set; }

        public bool IsFull => _width == TilePath.FullWidth;

        /// <summary>Room for one more hash.</summary>
        public Span<byte> Next()
        {
            Count++;
            return _hashes.AsSpan(_width++ * MerkleHash.Length, MerkleHash.Length);
        }

        public byte[] TakeFull()
        {
            _width = 0;
            return (byte[])_hashes.Clone();
        }

        public byte[] Partial() => _hashes[..(_width * MerkleHash.Length)];
    }
}
