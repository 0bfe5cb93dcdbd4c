using Certification.Testing;
using Microsoft.CodeAnalysis.CSharp;

namespace Certification.Architecture.Tests.Sources;

/// <summary>One file of the repository that somebody wrote.</summary>
/// <param name="Path">Relative to the root, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    private static readonly string[] NotWritten = ["bin", "obj", "node_modules", "artifacts", "TestResults"];
    private static readonly string[] Written = [".cs", ".cshtml", ".razor", ".css", ".js", ".cjs", ".csproj", ".props", ".targets", ".bicep", ".bicepparam", ".md", ".xsd", ""];

    /// <summary>Everything written by hand under the repository's root.</summary>
    internal static IReadOnlyList<SourceFile> All { get; } = [.. Read(RepositoryRoot.Path)];

    /// <summary>The C# files.</summary>
    internal static IEnumerable<SourceFile> CSharp => All.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    /// <summary>The file as syntax.</summary>
    internal Microsoft.CodeAnalysis.SyntaxNode Syntax() =>
        CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();

    private static IEnumerable<SourceFile> Read(string root)
    {
        var open = new Stack<string>([root]);
        while (open.TryPop(out var folder))
        {
            foreach (var child in Directory.GetDirectories(folder).Where(child => IsWritten(System.IO.Path.GetFileName(child))))
            {
                open.Push(child);
            }

            foreach (var file in Directory.GetFiles(folder).Where(file => Written.Contains(System.IO.Path.GetExtension(file))))
            {
                yield return new SourceFile(System.IO.Path.GetRelativePath(root, file).Replace('\\', '/'), File.ReadAllText(file));
            }
        }
    }

    private static bool IsWritten(string folder) =>
        !NotWritten.Contains(folder) && (folder == ".ci" || !folder.StartsWith('.'));
}
