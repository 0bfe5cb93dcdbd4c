using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certification.Architecture.Tests.Sources;

/// <summary>What the house asks of every file. Each rule answers with its findings, one a line, none when all is well.</summary>
internal static partial class TidinessRules
{
    private const int MaxFileLines = 300;
    private const int MaxFunctionLines = 70;

    private static readonly string[] Stages =
        ["Submissions", "Intake", "Evidence", "Reviews", "Certificates", "Recognition", "Lifecycle"];

    // infra and host.json come with the deployment to Azure; artifacts is what ./test and ./bench leave, and is ignored by git.
    private static readonly string[] TopLevel =
    [
        "src", "tests", "infra", "workflows", "Certification.sln", "host.json", "global.json", "BannedSymbols.txt",
        "README.md", "ARCHITECTURE.md", "VERIFY.md", "run", "test", "bench", "certify", "artifacts",
    ];

    internal static IEnumerable<string> TopLevelNames(IEnumerable<string> names) => names
        .Where(name => !name.StartsWith('.') && !name.EndsWith(".props", StringComparison.Ordinal)
            && !name.EndsWith(".targets", StringComparison.Ordinal) && !TopLevel.Contains(name))
        .Select(name => $"{name} has no place at the top: the top-level names are listed in {nameof(TidinessRules)}.");

    internal static IEnumerable<string> FileLength(SourceFile file)
    {
        var lines = file.Text.Count(c => c == '\n');
        return lines > MaxFileLines ? [$"{file.Path} has {lines} lines, at most {MaxFileLines}: one concept a file."] : [];
    }

    internal static IEnumerable<string> FunctionLength(SourceFile file) =>
        from function in file.Syntax().DescendantNodes()
        where function is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax or AccessorDeclarationSyntax
            or AnonymousFunctionExpressionSyntax
        let span = function.GetLocation().GetLineSpan()
        let lines = span.EndLinePosition.Line - span.StartLinePosition.Line + 1
        where lines > MaxFunctionLines
        select $"{file.Path}:{span.StartLinePosition.Line + 1} is a function of {lines} lines, at most {MaxFunctionLines}.";

    internal static IEnumerable<string> LeftForLater(SourceFile file) =>
        from line in file.Text.Split('\n').Select((text, index) => (Text: text, Number: index + 1))
        where Later().IsMatch(line.Text)
        select $"{file.Path}:{line.Number} leaves something for later: {line.Text.Trim()}";

    internal static IEnumerable<string> TypesNamedAsStages(SourceFile file) =>
        from type in file.Syntax().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        where Stages.Contains(type.Identifier.Text)
        select $"{file.Path} declares {type.Identifier.Text}, which is the name of a stage folder.";

    internal static IEnumerable<string> NamespaceFollowsFolder(SourceFile file)
    {
        var expected = ExpectedNamespace(file.Path);
        return from declared in file.Syntax().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
            where declared is not FileScopedNamespaceDeclarationSyntax || declared.Name.ToString() != expected
            where !StandsInForSdk(file.Path, declared.Name.ToString())
            select $"{file.Path} declares namespace {declared.Name}; its folder says: namespace {expected};";
    }

    /// <summary>A type that stands in for another's has to have its name.</summary>
    private static bool StandsInForSdk(string path, string declared) =>
        path.StartsWith("tests/Certification.Functions.StandIns/", StringComparison.Ordinal)
        && declared.StartsWith("Microsoft.", StringComparison.Ordinal);

    /// <summary>src/Certification.Storage/Blobs/X.cs gives Certification.Storage.Blobs; workflows is Certification.Workflows.</summary>
    private static string ExpectedNamespace(string path)
    {
        var folders = path.Split('/')[..^1];
        return folders[0] == "workflows"
            ? string.Join('.', ["Certification.Workflows", .. folders[1..]])
            : string.Join('.', folders[1..]);
    }

    // Put together here, so that this file does not break the rule it states.
    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b|#reg" + "ion|NotImplemented" + "Exception")]
    private static partial Regex Later();
}
