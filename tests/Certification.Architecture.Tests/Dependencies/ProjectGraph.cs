using System.Xml.Linq;

namespace Certification.Architecture.Tests.Dependencies;

/// <summary>Which project refers to which, as the project files say.</summary>
/// <param name="References">Project name without <c>Certification.</c>, to the names it refers to.</param>
/// <param name="Packages">The same, to its package references; analyzers, which leave nothing behind, are left out.</param>
internal sealed record ProjectGraph(
    IReadOnlyDictionary<string, IReadOnlyList<string>> References,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Packages)
{
    /// <summary>The projects of src and workflows.</summary>
    internal static ProjectGraph Read(string root)
    {
        var files = Directory.GetFiles(Path.Combine(root, "src"), "*.csproj", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(root, "workflows"), "*.csproj"))
            .ToDictionary(NameOf, XDocument.Load);
        return new ProjectGraph(
            files.ToDictionary(file => file.Key, file => Included(file.Value, "ProjectReference").Select(NameOf).ToArray() as IReadOnlyList<string>),
            files.ToDictionary(file => file.Key, file => Included(file.Value, "PackageReference").ToArray() as IReadOnlyList<string>));
    }

    /// <summary>What goes against the arrows, each in a sentence.</summary>
    /// <param name="maySee">Project to all that it may see, directly or through others.</param>
    internal IEnumerable<string> Breaks(IReadOnlyDictionary<string, string[]> maySee)
    {
        foreach (var project in References.Keys)
        {
            if (!maySee.TryGetValue(project, out var allowed))
            {
                yield return $"{project} has no row in the table of arrows.";
                continue;
            }

            foreach (var seen in Closure(project).Except(allowed))
            {
                yield return $"{project} sees {seen}.";
            }
        }
    }

    private HashSet<string> Closure(string project)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>(References[project]);
        while (open.TryDequeue(out var next))
        {
            if (seen.Add(next))
            {
                foreach (var further in References.GetValueOrDefault(next, []))
                {
                    open.Enqueue(further);
                }
            }
        }

        return seen;
    }

    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/')).Replace("Certification.", "", StringComparison.Ordinal);

    private static IEnumerable<string> Included(XDocument project, string element) =>
        project.Descendants(element).Select(reference => reference.Attribute("Include")!.Value);
}
