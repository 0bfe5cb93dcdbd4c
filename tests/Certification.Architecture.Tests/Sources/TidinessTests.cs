using Certification.Testing;
using Xunit;

namespace Certification.Architecture.Tests.Sources;

public sealed class TidinessTests
{
    [Fact]
    public void The_top_level_holds_what_the_house_lists() => Assert.Empty(TidinessRules.TopLevelNames(
        Directory.GetFileSystemEntries(RepositoryRoot.Path).Select(entry => Path.GetFileName(entry))));

    [Fact]
    public void No_file_is_longer_than_three_hundred_lines() =>
        Assert.Empty(SourceFile.CSharp.SelectMany(TidinessRules.FileLength));

    [Fact]
    public void No_function_is_longer_than_seventy_lines() =>
        Assert.Empty(SourceFile.CSharp.SelectMany(TidinessRules.FunctionLength));

    [Fact]
    public void Nothing_is_left_for_later() => Assert.Empty(SourceFile.All.SelectMany(TidinessRules.LeftForLater));

    [Fact]
    public void No_type_is_named_as_a_stage_folder() =>
        Assert.Empty(SourceFile.CSharp.SelectMany(TidinessRules.TypesNamedAsStages));

    [Fact]
    public void Namespaces_follow_folders() =>
        Assert.Empty(SourceFile.CSharp.SelectMany(TidinessRules.NamespaceFollowsFolder));

    [Fact]
    public void A_stray_file_at_the_top_is_found() => Assert.Single(TidinessRules.TopLevelNames(["src", "notes.txt", ".ci"]));

    [Fact]
    public void A_long_file_is_found()
    {
        Assert.Empty(TidinessRules.FileLength(Planted(string.Concat(Enumerable.Repeat("\n", 300)))));
        Assert.Single(TidinessRules.FileLength(Planted(string.Concat(Enumerable.Repeat("\n", 301)))));
    }

    [Theory]
    [InlineData("void M()\n{", "}")]
    [InlineData("C()\n{", "}")]
    [InlineData("int P { get\n{", "return 1; } }")]
    [InlineData("System.Action f = () =>\n{", "};")]
    [InlineData("void M() { void Local()\n{", "} }")]
    public void A_long_function_is_found(string head, string tail)
    {
        Assert.Empty(TidinessRules.FunctionLength(Function(head, 68, tail)));
        Assert.NotEmpty(TidinessRules.FunctionLength(Function(head, 69, tail)));
    }

    [Theory]
    [InlineData("// TO" + "DO: later")]
    [InlineData("/* FIX" + "ME */")]
    [InlineData("#reg" + "ion Helpers")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    public void Work_left_for_later_is_found(string line) =>
        Assert.Single(TidinessRules.LeftForLater(Planted($"class C\n{{\n{line}\n}}\n")));

    [Theory]
    [InlineData("public sealed record Evidence(string Id);")]
    [InlineData("internal enum Lifecycle { A }")]
    [InlineData("class Outer { interface Recognition; }")]
    public void A_type_named_as_a_stage_folder_is_found(string text) =>
        Assert.Single(TidinessRules.TypesNamedAsStages(Planted(text)));

    [Theory]
    [InlineData("namespace Certification.Storage;")]
    [InlineData("namespace Certification.Storage.Blobs { }")]
    public void A_namespace_that_does_not_follow_its_folder_is_found(string text) =>
        Assert.Single(TidinessRules.NamespaceFollowsFolder(Planted(text)));

    private static SourceFile Planted(string text) => new("src/Certification.Storage/Blobs/Planted.cs", text);

    private static SourceFile Function(string head, int lines, string tail) =>
        Planted($"class C {{ {head}\n{string.Concat(Enumerable.Repeat("// line\n", lines - 1))}{tail} }}");
}
