using System.Text.Json.Nodes;
using Certification.Testing;

namespace Certification.Journey.Tests;

/// <summary>Dossiers of this repository, made quick to play.</summary>
public static class SmallDossier
{
    private const int LargeFileBytes = 9 << 20;

    /// <summary>The small system of limited risk, with one of its files left out at first.</summary>
    public static string Limited(string folder) => Copy("limited", folder, evidence => evidence[0]!["firstLeftOut"] = true);

    /// <summary>The example of high risk, its large file a few blocks long.</summary>
    public static string Example(string folder) => Copy("example", folder, evidence =>
    {
        foreach (var item in evidence.Where(item => item!["generate"] is not null)) item!["generate"]!["bytes"] = LargeFileBytes;
    });

    private static string Copy(string name, string folder, Action<JsonArray> change)
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, "dossiers", name)).FullName;
        foreach (var file in Directory.GetFiles(RepositoryRoot.File("tests", "dossiers", name)))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
        }
        var manifest = Path.Combine(copy, "dossier.json");
        var document = JsonNode.Parse(File.ReadAllText(manifest))!;
        change(document["evidence"]!.AsArray());
        File.WriteAllText(manifest, document.ToJsonString());
        return copy;
    }
}
