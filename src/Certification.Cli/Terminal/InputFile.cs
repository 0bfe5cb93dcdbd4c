using System.Text.Json;

namespace Certification.Cli.Terminal;

/// <summary>Reads files that people name on the command line, with an error that names them back.</summary>
public static class InputFile
{
    /// <summary>The whole file.</summary>
    /// <param name="path">As typed.</param>
    /// <param name="limit">Larger files are refused before they are read, in bytes.</param>
    public static byte[] Read(string path, long limit)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists) throw Unreadable(path, "There is no such file.");
            if (file.Length > limit) throw Unreadable(path, $"The file has {file.Length:N0} bytes; at most {limit:N0} are read.");
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, fault.Message);
        }
    }

    /// <summary>The file as JSON.</summary>
    public static JsonElement ReadJson(string path, long limit)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(Read(path, limit));
        }
        catch (JsonException malformed)
        {
            throw new ProblemException(
                new Problem($"The file is no JSON: {malformed.Message}", path, "Correct the file and try again.", "file.malformed-json"),
                ExitCode.No);
        }
    }

    private static ProblemException Unreadable(string path, string why) => new(
        new Problem(why, path, "Check the path.", "file.unreadable"), ExitCode.Usage);
}
