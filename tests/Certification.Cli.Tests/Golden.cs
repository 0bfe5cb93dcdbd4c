using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Certification.Cli.Tests;

/// <summary>Compares output with a file beside the test. Digests of fresh keys are written as <c>…</c>.</summary>
public static partial class Golden
{
    /// <summary>Compares, or writes the file when it is not there yet, and fails so that somebody reads it.</summary>
    public static void Matches(string name, string actual, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(
            Path.GetDirectoryName(test)!, "golden", $"{Path.GetFileNameWithoutExtension(test)}.{name}.txt");
        var stable = Digest().Replace(actual, "sha256 …");
        if (!File.Exists(file))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, stable);
            Assert.Fail($"{file} was written: read it, then run the test again.");
        }
        Assert.Equal(File.ReadAllText(file), stable);
    }

    [GeneratedRegex("sha256 [0-9a-f]{16}…")]
    private static partial Regex Digest();
}
