using System.Globalization;

namespace Certification.Signing.Log;

/// <summary>The files of a log besides its tiles.</summary>
public static class LogPaths
{
    /// <summary>The published checkpoint (C2SP tlog-tiles, "Checkpoints").</summary>
    public const string Checkpoint = "checkpoint";

    /// <summary>The checkpoint that the log has committed itself to; the published one follows it. Private.</summary>
    public const string Head = "head";

    /// <summary>The tiles that lead to a committed checkpoint. Private; of no use once that checkpoint is published.</summary>
    public static string Staged(Checkpoint checkpoint) =>
        string.Create(CultureInfo.InvariantCulture, $"staged/{checkpoint.Size}-{Convert.ToHexStringLower(checkpoint.Root.Span)}");
}
