using System.Reflection;
using Certification.Testing;
using Xunit;

namespace Certification.Architecture.Tests.Dependencies;

public sealed class ArrowsTests
{
    // design.md §1: dependencies point inwards. Everything a project may see, directly or through others.
    private static readonly Dictionary<string, string[]> MaySee = new()
    {
        ["Domain"] = [],
        ["Signing"] = ["Domain"],
        ["Formats"] = ["Domain"],
        ["Storage"] = ["Signing", "Domain"],
        ["Vault"] = ["Signing", "Domain"],
        ["Workflows"] = ["Storage", "Signing", "Formats", "Domain"],
        ["Engine"] = ["Workflows", "Storage", "Signing", "Formats", "Domain"],
        ["Web"] = ["Workflows", "Storage", "Signing", "Formats", "Domain"],
        ["Hosting"] = ["Vault", "Web", "Workflows", "Storage", "Signing", "Formats", "Domain"],
        ["Server"] = ["Hosting", "Vault", "Engine", "Web", "Workflows", "Storage", "Signing", "Formats", "Domain"],
        // Of Engine it uses the replay alone: both engines drive the same runs.
        ["Functions"] = ["Hosting", "Vault", "Engine", "Web", "Workflows", "Storage", "Signing", "Formats", "Domain"],
        ["Cli"] = ["Signing", "Formats", "Domain"],
    };

    [Fact]
    public void Every_project_refers_only_inwards() =>
        Assert.Empty(ProjectGraph.Read(RepositoryRoot.Path).Breaks(MaySee));

    [Theory]
    [InlineData("Domain", "Storage")]
    [InlineData("Cli", "Storage")]
    [InlineData("Web", "Engine")]
    [InlineData("Signing", "Vault")]
    [InlineData("Hosting", "Engine")]
    [InlineData("Workflows", "Web")]
    public void An_arrow_outwards_is_found(string project, string seen)
    {
        var graph = new ProjectGraph(
            new Dictionary<string, IReadOnlyList<string>> { [project] = [seen] },
            new Dictionary<string, IReadOnlyList<string>>());

        Assert.Equal([$"{project} sees {seen}."], graph.Breaks(MaySee));
    }

    [Fact]
    public void An_arrow_outwards_through_another_project_is_found()
    {
        var graph = new ProjectGraph(
            new Dictionary<string, IReadOnlyList<string>> { ["Cli"] = ["Formats"], ["Formats"] = ["Storage"], ["Storage"] = [] },
            new Dictionary<string, IReadOnlyList<string>>());

        Assert.Equal(["Cli sees Storage.", "Formats sees Storage."], graph.Breaks(MaySee));
    }

    [Fact]
    public void A_project_without_a_place_in_the_house_is_found() => Assert.Equal(
        ["Utilities has no row in the table of arrows."],
        new ProjectGraph(
            new Dictionary<string, IReadOnlyList<string>> { ["Utilities"] = [] },
            new Dictionary<string, IReadOnlyList<string>>()).Breaks(MaySee));

    [Theory]
    [InlineData("Domain", "Certification.Domain")]
    [InlineData("Signing", "Certification.Signing")]
    [InlineData("Formats", "Certification.Formats")]
    [InlineData("Storage", "Certification.Storage")]
    [InlineData("Vault", "Certification.Vault")]
    [InlineData("Workflows", "Certification.Workflows")]
    [InlineData("Engine", "Certification.Engine")]
    [InlineData("Web", "Certification.Web")]
    [InlineData("Hosting", "Certification.Hosting")]
    [InlineData("Server", "Certification.Server")]
    [InlineData("Cli", "certify")]
    public void What_was_compiled_refers_only_inwards(string project, string assembly) => Assert.Empty(
        Assembly.Load(assembly).GetReferencedAssemblies()
            .Where(reference => reference.Name!.StartsWith("Certification.", StringComparison.Ordinal))
            .Select(reference => reference.Name!["Certification.".Length..])
            .Except(MaySee[project]));

    [Fact]
    public void The_domain_has_no_packages() =>
        Assert.Empty(ProjectGraph.Read(RepositoryRoot.Path).Packages["Domain"]);

    [Fact]
    public void Only_storage_brings_the_clients_of_Azure_storage() => Assert.Equal(
        ["Storage"],
        ProjectGraph.Read(RepositoryRoot.Path).Packages
            .Where(project => project.Value.Any(package => package is "Azure.Storage.Blobs" or "Azure.Data.Tables"))
            .Select(project => project.Key));
}
