using System.Globalization;
using System.Text.RegularExpressions;

namespace Certification.Signing.Log;

/// <summary>The files of a log besides its tiles.</summary>
public static partial class LogPaths
{
    /// <summary>The published checkpoint (C2SP tlog-tiles, "Checkpoints").</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>The latest checkpoint that a witness has cosigned: the published one may be too young for that.</summary>
    public const string Cosigned = "cosigned";

    /// <summary>The checkpoint that the log has committed itself to; the published one follows it. Private.</summary>
    public const string Head = "head";

    /// <summary>The tiles that lead to a committed checkpoint. Private; of no use once that checkpoint is published.</summary>
    public static string Staged(Checkpoint checkpoint) =>
        string.Create(CultureInfo.InvariantCulture, $"staged/{checkpoint.Size}-{Convert.ToHexStringLower(checkpoint.Root.Span)}");

    /// <summary>Whether anybody may read the file at this path of a log.</summary>
    public static bool IsPublic(string path) => path is Checkpoint or Cosigned || IsTile(path);

    /// <summary>Whether a path is one that <see cref="TilePath"/> writes: such a file never changes.</summary>
    public static bool IsTile(string path) => path.Length <= 64 && Tile().IsMatch(path);

    // Levels go to 63; an index has up to seven parts; a partial tile has 1 to 255 hashes.
    [GeneratedRegex(@"\Atile/(entries|[0-9]|[1-5][0-9]|6[0-3])/(x[0-9]{3}/){0,6}[0-9]{3}(\.p/([1-9]|[1-9][0-9]|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?\z")]
    private static partial Regex Tile();
}
