using System.Text;

namespace Certification.Signing.Log;

/// <summary>Tiles in one file, so that a batch is there as a whole before the log commits itself to it.</summary>
internal static class StagedTiles
{
    /// <summary>The tiles as one file: path, length and content of each.</summary>
    public static byte[] Write(IReadOnlyList<Tile> tiles)
    {
        using var file = new MemoryStream();
        using (var writer = new BinaryWriter(file, Encoding.UTF8))
        {
            foreach (var tile in tiles)
            {
                writer.Write(tile.Path.ToString());
                writer.Write(tile.Content.Length);
                writer.Write(tile.Content);
            }
        }

        return file.ToArray();
    }

    /// <summary>The tiles of such a file.</summary>
    public static List<(string Path, byte[] Content)> Read(byte[] file)
    {
        using var reader = new BinaryReader(new MemoryStream(file, writable: false), Encoding.UTF8);
        var tiles = new List<(string, byte[])>();
        while (reader.BaseStream.Position < file.Length)
        {
            var path = reader.ReadString();
            tiles.Add((path, reader.ReadBytes(reader.ReadInt32())));
        }

        return tiles;
    }
}
