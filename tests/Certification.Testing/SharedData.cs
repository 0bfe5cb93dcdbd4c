namespace Certification.Testing;

/// <summary>Real samples that stand beside the repository and are never part of it. Where they are absent, tests that need
/// them skip by name: <c>Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot)</c>.</summary>
public static class SharedData
{
    private static readonly string Folder = System.IO.Path.Combine(
        Environment.GetEnvironmentVariable("CERTIFICATION_SHARED") ?? RepositoryRoot.File("..", "shared"), "data");

    /// <summary>True when the samples are on this machine.</summary>
    public static bool IsThere { get; } = Directory.Exists(Folder);

    /// <summary>Why a test skips.</summary>
    public static string WhyNot { get; } =
        $"no shared samples at {System.IO.Path.GetFullPath(Folder)} (set CERTIFICATION_SHARED to the folder that holds data/)";

    /// <summary>A file or folder of the samples, such as <c>Path("evidence", "inspect")</c>.</summary>
    public static string Path(params string[] parts) => System.IO.Path.GetFullPath(System.IO.Path.Combine([Folder, .. parts]));
}
