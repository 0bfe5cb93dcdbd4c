using System.Text.Json.Nodes;
using Certification.Cli.Http;
using Certification.Cli.Terminal;
using Certification.Testing;

namespace Certification.Journey.Tests;

/// <summary>A case played through a real server to its certificate, one of its files confidential, for tests that derive its decision
/// again. The rules have changed since.</summary>
public sealed class ReplayedCase(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly SemaphoreSlim _once = new(1);
    private TwoNations? _nations;
    private string? _number;

    /// <summary>Runs <c>certify replay NUMBER</c> as somebody.</summary>
    public async Task<(int ExitCode, string Screen)> Online(string role, string name, string organisation, params string[] more)
    {
        var number = await Number();
        using var door = new AuthorityClient(_nations!.Address("XA"), null, TimeSpan.FromSeconds(3));
        var token = await door.IssueTokenAsync(new TokenRequest(role, name, organisation, 30), TestContext.Current.CancellationToken);
        return await Certify(["replay", number, "--authority", _nations.Address("XA").ToString(), "--token", token, .. more]);
    }

    /// <summary>A folder that the decider saved, for a test to change.</summary>
    public async Task<string> Saved()
    {
        var folder = Path.Combine(Path.GetTempPath(), "replay-" + Guid.NewGuid().ToString("N")[..12]);
        Assert.Equal(0, (await Online("decider", "dora", "Authority XA", "--save", folder)).ExitCode);
        return folder;
    }

    /// <summary>Runs <c>certify replay --from</c>, and throws the folder away.</summary>
    public static async Task<(int ExitCode, string Screen)> Offline(string folder)
    {
        var answer = await Certify(["replay", "--from", folder]);
        Directory.Delete(folder, recursive: true);
        return answer;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_nations is not null) await _nations.DisposeAsync();
        _once.Dispose();
    }

    private async Task<string> Number()
    {
        await _once.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _number ??= await Play(TestContext.Current.CancellationToken);
        }
        finally
        {
            _once.Release();
        }
    }

    private async Task<string> Play(CancellationToken stop)
    {
        _nations = await TwoNations.FoundAsync(azurite);
        _nations.Start("XA");
        _nations.Start("XB");
        var dossier = SmallDossier.Limited(_nations.Folder);
        var manifest = Path.Combine(dossier, "dossier.json");
        var document = JsonNode.Parse(await File.ReadAllTextAsync(manifest, stop))!;
        document["evidence"]![1]!["visibility"] = "confidential";
        await File.WriteAllTextAsync(manifest, document.ToJsonString(), stop);
        var played = await PlayedJourney.Of(_nations, dossier, stop);
        await ChangeTheRules(stop);
        return played.Record.Number!;
    }

    // What judged the case is no longer what is in force, and must be found all the same.
    private async Task ChangeTheRules(CancellationToken stop)
    {
        var additions = JsonNode.Parse(await File.ReadAllTextAsync(
            RepositoryRoot.File("src", "Certification.Domain", "Rulebooks", "Data", "xa-1.0.0.json"), stop))!;
        additions["version"] = "1.1.0";
        var today = DateTimeOffset.UtcNow;
        additions["effectiveFrom"] = today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var file = Path.Combine(_nations!.Folder, "xa-1.1.0.json");
        await File.WriteAllTextAsync(file, additions.ToJsonString(), stop);
        var proposed = await Officer("olaf", ["rules", "propose", file, "--reason", "Tested.", "--emergency", "Tested.", "--sunset", today.AddDays(30).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), "--json"]);
        await Officer("olga", ["rules", "adopt", (string)JsonNode.Parse(proposed)!["id"]!, "--reason", "Tested."]);
    }

    private async Task<string> Officer(string name, string[] arguments)
    {
        using var door = new AuthorityClient(_nations!.Address("XA"), null, TimeSpan.FromSeconds(3));
        var token = await door.IssueTokenAsync(new TokenRequest("officer", name, "Authority XA", 30), TestContext.Current.CancellationToken);
        var (code, screen) = await Certify([.. arguments, "--authority", _nations.Address("XA").ToString(), "--token", token]);
        return code == 0 ? screen : throw new InvalidOperationException(screen);
    }

    private static async Task<(int ExitCode, string Screen)> Certify(string[] arguments)
    {
        var output = new StringWriter();
        var code = await CommandHost.RunAsync(arguments, CommandTerminal.Plain(output, output), TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }
}
