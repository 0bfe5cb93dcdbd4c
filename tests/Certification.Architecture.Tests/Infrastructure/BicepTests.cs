using System.Text.Json;
using Certification.Hosting.Settings;
using Certification.Signing.Trust;
using Certification.Storage;
using Certification.Testing;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Certification.Architecture.Tests.Infrastructure;

public sealed class BicepTests
{
    // What the expressions in Bicep come to, in kind.
    private static readonly Dictionary<string, string> Deployed = new()
    {
        ["Authority__Code"] = "XA",
        ["Authority__Name"] = "Authority of Exampland",
        ["Authority__BaseUrl"] = "https://certification-xa.azurewebsites.net",
        ["Auth__Authority"] = "https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0",
        ["Auth__Audience"] = "api://certification-xa",
        ["Storage__AccountName"] = "certxadataabcdefgh",
        ["Keys__Vault"] = "https://cert-xa-abcdefgh.vault.azure.net",
        ["Trust__ListFile"] = RepositoryRoot.File("host.json"),
        ["Trust__AnchorFile"] = RepositoryRoot.File("host.json"),
    };

    public BicepTests() => Assert.SkipUnless(BicepCompiler.Runs, "the Bicep compiler's package is for linux-x64");

    public static TheoryData<string> Jurisdictions =>
        [.. Directory.GetFiles(RepositoryRoot.File("infra", "parameters")).Select(file => Path.GetFileName(file))];

    [Fact]
    public async Task All_modules_compile_without_a_diagnostic() => Assert.Empty((await BicepCompiler.MainAsync()).Diagnostics);

    [Theory]
    [MemberData(nameof(Jurisdictions))]
    public async Task The_parameters_of_each_jurisdiction_fit(string file) =>
        Assert.Empty((await BicepCompiler.Compile("build-params", RepositoryRoot.File("infra", "parameters", file))).Diagnostics);

    [Fact]
    public async Task Every_module_is_used()
    {
        var main = await File.ReadAllTextAsync(RepositoryRoot.File("infra", "main.bicep"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain(
            Directory.GetFiles(RepositoryRoot.File("infra", "modules")),
            module => !main.Contains($"'modules/{Path.GetFileName(module)}'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_property_that_a_resource_does_not_have_is_found()
    {
        var file = Path.Combine(Path.GetTempPath(), $"planted-{Guid.NewGuid():N}.bicep");
        await File.WriteAllTextAsync(
            file, "resource a 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {\n  name: 'a'\n  location: 'b'\n  tag: {}\n}\n",
            TestContext.Current.CancellationToken);
        try
        {
            Assert.Contains("BCP", (await BicepCompiler.Compile("build", file)).Diagnostics, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task An_authority_starts_with_the_settings_that_the_app_gets()
    {
        var names = await SettingsOfTheApp();
        Assert.Equal(Deployed.Keys.Order(), names.Order());

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(
            names.ToDictionary(name => name.Replace("__", ":", StringComparison.Ordinal), name => (string?)Deployed[name])).Build();
        var settings = AuthoritySettings.Read(configuration, isDevelopment: false);

        Assert.Equal(Deployed["Keys__Vault"], settings.Keys.Vault);
    }

    [Fact]
    public async Task The_data_account_has_the_containers_and_tables_of_the_storage_project()
    {
        var variables = (await BicepCompiler.MainAsync()).Module("data").GetProperty("template").GetProperty("variables");
        Assert.Equal(Names("Container").Where(name => name != StorageNames.PublicContainer).Order(), Strings(variables, "privateContainers").Order());
        Assert.Equal(Names("Table").Order(), Strings(variables, "tables").Order());
    }

    [Fact]
    public async Task Exactly_one_container_can_be_read_by_anybody()
    {
        var template = (await BicepCompiler.MainAsync()).Module("data").GetProperty("template");
        var open = CompiledBicep.Resources(template)
            .Where(resource => resource.GetProperty("type").GetString()!.EndsWith("/containers", StringComparison.Ordinal)
                && resource.GetProperty("properties").GetProperty("publicAccess").GetString() != "None");
        Assert.Contains(StorageNames.PublicContainer, Assert.Single(open).GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_vault_has_a_key_for_each_use() => Assert.Equal(
        Enum.GetNames<ServiceKind>().Select(name => name.ToLowerInvariant()).Order(),
        Strings((await BicepCompiler.MainAsync()).Module("vault").GetProperty("template").GetProperty("variables"), "uses").Order());

    // Those that main.bicep hands to the app's module, and those of our sections that the module adds.
    private static async Task<string[]> SettingsOfTheApp()
    {
        var app = (await BicepCompiler.MainAsync()).Module("app");
        var handed = app.GetProperty("parameters").GetProperty("authoritySettings").GetProperty("value").EnumerateObject().Select(setting => setting.Name);
        var module = await File.ReadAllTextAsync(RepositoryRoot.File("infra", "modules", "app.bicep"));
        var sections = typeof(AuthoritySettings).GetProperties().Select(property => property.Name);
        var added = module.Split('\n').Select(line => line.Trim().Split(':')[0])
            .Where(name => name.Split("__") is [var section, _] && sections.Contains(section));
        return [.. handed.Concat(added)];
    }

    private static IEnumerable<string> Names(string suffix) => typeof(StorageNames).GetFields()
        .Where(field => field.Name.EndsWith(suffix, StringComparison.Ordinal)).Select(field => (string)field.GetValue(null)!);

    private static IEnumerable<string> Strings(JsonElement variables, string name) =>
        variables.GetProperty(name).EnumerateArray().Select(item => item.GetString()!);
}
