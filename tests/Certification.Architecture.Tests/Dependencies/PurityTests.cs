using System.Reflection;
using Certification.Workflows.Port;
using NetArchTest.Rules;
using Xunit;

namespace Certification.Architecture.Tests.Dependencies;

public sealed class PurityTests
{
    private static readonly string[] OutsideWorld =
        ["Azure", "Certification.Storage", "System.IO", "System.Net"];

    [Theory]
    [InlineData("Certification.Domain")]
    [InlineData("Certification.Signing")]
    [InlineData("Certification.Formats")]
    [InlineData("Certification.Web")]
    [InlineData("certify")]
    public void Nothing_outside_storage_and_engine_calls_Azure(string assembly) =>
        Assert.Empty(Offenders(Types.InAssembly(Assembly.Load(assembly)), "Azure.Data", "Azure.Storage", "Azure.Identity"));

    [Fact]
    public void Orchestrators_reach_the_world_through_activities_only()
    {
        var orchestrators = Orchestrators(typeof(IWorkflow<,>).Assembly);

        Assert.NotEmpty(orchestrators);
        Assert.Empty(orchestrators.Intersect(Offenders(Types.InAssembly(typeof(IWorkflow<,>).Assembly), OutsideWorld)));
    }

    [Fact]
    public void An_orchestrator_that_reads_a_file_is_found() => Assert.Contains(
        nameof(OrchestratorThatReadsAFile),
        Offenders(Types.InAssembly(typeof(PurityTests).Assembly), OutsideWorld)
            .Where(Orchestrators(typeof(PurityTests).Assembly).Contains));

    private static string[] Orchestrators(Assembly assembly) => [.. assembly.GetTypes()
        .Where(type => type.GetInterfaces().Any(face =>
            face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IWorkflow<,>)))
        .Select(type => type.Name)];

    private static string[] Offenders(Types types, params string[] dependencies) =>
        [.. types.That().HaveDependencyOnAny(dependencies).GetTypes().Select(type => type.Name)];

    /// <summary>The planted fault: its I/O is inside an async method, where it is easiest to miss.</summary>
    private sealed class OrchestratorThatReadsAFile : IWorkflow<string, string>
    {
        public async Task<string> Run(WorkflowContext context, string input)
        {
            await Task.Yield();
            return await File.ReadAllTextAsync(input);
        }
    }
}
