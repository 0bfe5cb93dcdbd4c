using System.Diagnostics;
using System.Xml.Linq;
using Certification.Testing;
using Xunit;

namespace Certification.Architecture.Tests.Bans;

public sealed class BannedSymbolsTests
{
    private const string Planted = """
        namespace Planted;

        public static class Impure
        {
            public static object Now() => System.DateTime.UtcNow;
            public static object Offset() => System.DateTimeOffset.Now;
            public static object Id() => System.Guid.NewGuid();
            public static object Chance() => new System.Random(1);
            public static object Text() => System.IO.File.ReadAllText("x");
            public static object Call() => new System.Net.Http.HttpClient();
            public static object Pause() => System.Threading.Tasks.Task.Delay(1);
            public static object Around() => System.Environment.MachineName;
        }
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <PureCore>true</PureCore>
            <RestorePackagesWithLockFile>false</RestorePackagesWithLockFile>
          </PropertyGroup>
        </Project>
        """;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("src/Certification.Domain/Certification.Domain.csproj")]
    [InlineData("workflows/Certification.Workflows.csproj")]
    public void The_pure_projects_ask_for_the_bans(string project) => Assert.Equal(
        "true",
        XDocument.Load(RepositoryRoot.File(project.Split('/'))).Descendants("PureCore").Single().Value);

    [Fact]
    public async Task A_pure_project_that_looks_at_clock_chance_or_world_does_not_build()
    {
        var folder = Directory.CreateTempSubdirectory("certification-bans-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Impure.cs"), Planted, Stop);
            await File.WriteAllTextAsync(Path.Combine(folder, "Planted.csproj"), Project, Stop);

            var output = await Build(folder);

            var lines = Planted.Split('\n').Index().Where(line => line.Item.Contains("=>")).Select(line => line.Index + 1);
            Assert.All(lines, line => Assert.Matches($@"Impure\.cs\({line},\d+\): error RS0030", output));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> Build(string folder)
    {
        // The repository's own build files, used from outside it: what is tested is what every project gets.
        string[] arguments =
        [
            "build", folder, "-nologo", "-v", "quiet",
            $"-p:DirectoryBuildPropsPath={RepositoryRoot.File("Directory.Build.props")}",
            $"-p:DirectoryBuildTargetsPath={RepositoryRoot.File("Directory.Build.targets")}",
            $"-p:DirectoryPackagesPropsPath={RepositoryRoot.File("Directory.Packages.props")}",
        ];
        using var build = Process.Start(new ProcessStartInfo("dotnet", arguments)
        {
            RedirectStandardOutput = true, WorkingDirectory = folder,
        })!;
        var output = await build.StandardOutput.ReadToEndAsync(Stop);
        await build.WaitForExitAsync(Stop);
        return output;
    }
}
