using System.Text;
using Certification.Testing;

namespace Certification.Journey.Tests.Telemetry;

/// <summary>One journey through two authorities that send their telemetry to a collector, with texts planted in the dossier.</summary>
public class TracedJourney(AzuriteFixture azurite) : IAsyncLifetime
{
    /// <summary>The person whom the provider names as its contact.</summary>
    public const string Contact = "ada.lovelace.private@acme.example";

    /// <summary>A sentence of the model card.</summary>
    public const string Evidence = "Our slogans failed the trial of 12 March";

    private TwoNations? _nations;

    /// <summary>What came.</summary>
    public Collector Collector { get; } = Collector.Start();

    /// <summary>The journey.</summary>
    public PlayedJourney Played { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _nations = await TwoNations.FoundAsync(azurite);
        _nations.Collector = Collector;
        var dossier = SmallDossier.Limited(_nations.Folder);
        var manifest = Path.Combine(dossier, "dossier.json");
        var text = await File.ReadAllTextAsync(manifest);
        Assert.Contains("compliance@acme.example", text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(manifest, text.Replace("compliance@acme.example", Contact, StringComparison.Ordinal));
        await File.AppendAllTextAsync(Path.Combine(dossier, "model-card.md"), $"\n{Evidence}\n");
        StartIssuer(_nations);
        _nations.Start("XB");
        Played = await PlayedJourney.Of(_nations, dossier, CancellationToken.None);
        using var http = new HttpClient();
        using var document = new StringContent("<certificate/>", Encoding.UTF8, "application/xml");
        using var verdict = await http.PostAsync(new Uri(_nations.Address("XA"), "/v1/verify"), document);
        verdict.EnsureSuccessStatusCode();
        // Longer than any of the exporters waits.
        await Task.Delay(TimeSpan.FromSeconds(3));
    }

    /// <summary>Starts XA.</summary>
    protected virtual void StartIssuer(TwoNations nations) => nations.Start("XA");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_nations is not null) await _nations.DisposeAsync();
        Collector.Dispose();
    }
}

/// <summary>The same with the issuer on the Functions app, on stand-ins.</summary>
public sealed class TracedFunctionsJourney(AzuriteFixture azurite) : TracedJourney(azurite)
{
    /// <inheritdoc/>
    protected override void StartIssuer(TwoNations nations) => nations.StartFunctions("XA");
}
