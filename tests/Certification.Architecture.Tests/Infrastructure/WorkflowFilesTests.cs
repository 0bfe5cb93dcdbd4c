using System.Text.RegularExpressions;
using Certification.Testing;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace Certification.Architecture.Tests.Infrastructure;

public sealed partial class WorkflowFilesTests
{
    private static readonly string[] Wanted = ["runs-on", "timeout-minutes", "steps"];

    public static TheoryData<string> Files => [.. Directory.GetFiles(RepositoryRoot.File(".github", "workflows")).Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_job_has_a_runner_a_time_limit_and_steps(string file) => Assert.All(
        Map(Root(file), "jobs").Children.Values.Cast<YamlMappingNode>(),
        job => Assert.Empty(Wanted.Except(job.Children.Keys.Select(key => key.ToString()))));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_is_pinned_to_a_major_version(string file) =>
        Assert.All(Values(Root(file), "uses"), action => Assert.Matches("^[A-Za-z-]+/[a-z-]+@v[0-9]+$", action));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_that_a_step_names_is_there(string file)
    {
        var named = Values(Root(file), "run").SelectMany(script => Named().Matches(script)).Select(match => match.Value);
        Assert.All(
            named.Where(path => !path.Contains('$', StringComparison.Ordinal)),
            path => Assert.True(Path.Exists(RepositoryRoot.File(path)), $"{path} is not there."));
    }

    [Fact]
    public void Only_the_job_that_deploys_may_ask_for_an_identity()
    {
        var jobs = Map(Root("deploy.yml"), "jobs");
        var asking = jobs.Children.Where(job => job.Value.ToString().Contains("id-token", StringComparison.Ordinal)).Select(job => job.Key.ToString());
        Assert.Equal(["deploy"], asking);
        Assert.DoesNotContain("id-token", Map(Root("deploy.yml"), "permissions").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_jurisdiction_that_can_be_chosen_has_parameters()
    {
        var inputs = Map(Map(Map(Root("deploy.yml"), "on"), "workflow_dispatch"), "inputs");
        var options = (YamlSequenceNode)Map(inputs, "jurisdiction").Children["options"];
        Assert.All(options, option => Assert.True(File.Exists(RepositoryRoot.File("infra", "parameters", $"{option}.bicepparam"))));
    }

    private static YamlMappingNode Root(string file)
    {
        using var text = File.OpenText(RepositoryRoot.File(".github", "workflows", file));
        var yaml = new YamlStream();
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    private static IEnumerable<string> Values(YamlNode node, string key) => node.AllNodes.OfType<YamlMappingNode>()
        .SelectMany(map => map.Children)
        .Where(pair => pair.Key is YamlScalarNode { Value: { } name } && name == key)
        .Select(pair => pair.Value.ToString());

    [GeneratedRegex(@"(?<![\w./-])(?:\./|src/|infra/)[\w./$-]+")]
    private static partial Regex Named();
}
