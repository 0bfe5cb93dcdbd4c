using System.Globalization;
using System.Text;
using Certification.Domain.Submissions;

namespace Certification.Cli.Submitting;

/// <summary>One piece of evidence, ready to be uploaded.</summary>
/// <param name="FileName">Plain name, as the authority sees it.</param>
/// <param name="Path">Where its bytes are on this machine.</param>
/// <param name="Size">Bytes.</param>
/// <param name="WithheldFacts">Facts of a public file that the certificate shows as commitments.</param>
/// <param name="FirstLeftOut">True for what a demonstration holds back at first.</param>
public sealed record DossierItem(
    string Kind,
    string FileName,
    string Path,
    long Size,
    Visibility Visibility,
    string PerformedBy,
    string Independence,
    bool FirstLeftOut,
    IReadOnlyList<string>? WithheldFacts = null)
{
    private const int Chunk = 1 << 20;

    internal static DossierItem Prepare(DossierEntry entry, string folder, string scratch, DateOnly today)
    {
        var path = entry switch
        {
            { Shared: { } shared, File: null, Generate: null } => SharedSample(shared, folder),
            { File: { } file, Shared: null, Generate: { } recipe } => Generate(recipe, System.IO.Path.Combine(scratch, PlainName(file))),
            { File: { } file, Shared: null } => System.IO.Path.Combine(folder, PlainName(file)),
            _ => throw new DossierException($"The entry for {entry.Kind} names no file, or several: give \"file\" or \"shared\"."),
        };
        if (!File.Exists(path))
            throw new DossierException($"The file for {entry.Kind} is missing: {path}");
        if (entry.Redate is { } redate)
            path = Redate(redate, path, scratch, today);
        return new(entry.Kind, System.IO.Path.GetFileName(path), path, new FileInfo(path).Length,
            entry.Visibility, entry.PerformedBy, entry.Independence, entry.FirstLeftOut, entry.WithheldFacts);
    }

    // A dossier from elsewhere must not make this machine upload files from outside its folder.
    private static string PlainName(string file) => file == System.IO.Path.GetFileName(file) && file is not ("." or "..")
        ? file
        : throw new DossierException($"\"{file}\" is no plain file name; evidence lies beside dossier.json.");

    // The samples stand beside the repository, wherever the caller stands.
    private static string SharedSample(string shared, string folder)
    {
        var root = Environment.GetEnvironmentVariable("CERTIFICATION_SHARED") is { Length: > 0 } given
            ? System.IO.Path.GetFullPath(System.IO.Path.Combine(given, "data"))
            : Above(folder).Select(above => System.IO.Path.Combine(above, "shared", "data")).FirstOrDefault(Directory.Exists)
                ?? throw new DossierException("The shared samples are not on this machine; set CERTIFICATION_SHARED to the folder that holds data/.");
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(root, shared));
        return path.StartsWith(root + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? path
            : throw new DossierException($"\"{shared}\" is not below the shared samples.");
    }

    private static IEnumerable<string> Above(string folder)
    {
        for (var above = new DirectoryInfo(System.IO.Path.GetFullPath(folder)); above is not null; above = above.Parent)
            yield return above.FullName;
    }

    private static string Generate(GeneratedFile recipe, string path)
    {
        using var file = File.Create(path);
        var random = new Random(recipe.Seed);
        var chunk = new byte[Chunk];
        for (var left = recipe.Bytes; left > 0; left -= Chunk)
        {
            random.NextBytes(chunk);
            file.Write(chunk, 0, (int)Math.Min(left, Chunk));
        }

        return path;
    }

    private static string Redate(RedatedFile redate, string path, string scratch, DateOnly today)
    {
        var from = redate.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var to = today.AddDays(-redate.DaysAgo).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var target = System.IO.Path.Combine(scratch, System.IO.Path.GetFileName(path));
        File.WriteAllText(target, File.ReadAllText(path).Replace(from, to, StringComparison.Ordinal), new UTF8Encoding(false));
        return target;
    }
}
