using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Certification.Testing;

namespace Certification.Architecture.Tests.Infrastructure;

/// <summary>The Bicep compiler of Azure, as its package brings it. It knows the types of all Azure resources, and calls nobody.</summary>
internal static class BicepCompiler
{
    private static readonly string Program = typeof(BicepCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "BicepPath").Value!.Replace('\\', '/');

    private static readonly Lazy<Task<CompiledBicep>> Main = new(() => Compile("build", RepositoryRoot.File("infra", "main.bicep")));

    /// <summary>False where the package's program does not run.</summary>
    internal static bool Runs => OperatingSystem.IsLinux() && RuntimeInformation.RuntimeIdentifier == "linux-x64" && File.Exists(Program);

    /// <summary>infra/main.bicep with all its modules; compiled once.</summary>
    internal static Task<CompiledBicep> MainAsync() => Main.Value;

    /// <summary>Compiles a file.</summary>
    /// <param name="command"><c>build</c> for a template, <c>build-params</c> for parameters.</param>
    internal static async Task<CompiledBicep> Compile(string command, string file)
    {
        // Some package clients unpack it without the mark of a program.
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Program, File.GetUnixFileMode(Program) | UnixFileMode.UserExecute);
        var start = new ProcessStartInfo(Program, [command, file, "--stdout"])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" },
        };
        using var compiler = Process.Start(start)!;
        var (output, diagnostics) = (compiler.StandardOutput.ReadToEndAsync(), compiler.StandardError.ReadToEndAsync());
        await compiler.WaitForExitAsync();
        return new(await output, await diagnostics);
    }
}

/// <summary>What the compiler made of a file.</summary>
/// <param name="Diagnostics">Warnings and errors, a line each; empty when there are none.</param>
internal sealed record CompiledBicep(string Output, string Diagnostics)
{
    /// <summary>A module of the template, as the deployment of this name.</summary>
    internal JsonElement Module(string name) => Resources(JsonSerializer.Deserialize<JsonElement>(Output))
        .Single(resource => resource.GetProperty("type").GetString() == "Microsoft.Resources/deployments" && resource.GetProperty("name").GetString() == name)
        .GetProperty("properties");

    /// <summary>The resources of a template: under their symbolic names where it needs those, else in a list.</summary>
    internal static IEnumerable<JsonElement> Resources(JsonElement template)
    {
        var resources = template.GetProperty("resources");
        return resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray()
            : resources.EnumerateObject().Select(resource => resource.Value);
    }
}
