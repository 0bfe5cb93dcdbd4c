using System.Globalization;
using System.Text.Json;
using Certification.Domain;
using Certification.Signing.Keys;
using Certification.Signing.Log;
using Certification.Signing.Trust;
using Certification.Testing;

namespace Certification.Journey.Tests;

/// <summary>A program that shares no code with us verifies the log of a running authority, over HTTP.</summary>
public sealed class StrangerTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_stranger_verifies_the_log_that_one_authority_keeps_and_another_witnesses()
    {
        Assert.SkipUnless(StrangerProgram.IsThere, StrangerProgram.WhyNot);
        var cancellation = TestContext.Current.CancellationToken;
        await using var nations = await TwoNations.FoundAsync(azurite);
        nations.Start("XB");
        await TwoNations.AwaitReadyAsync(nations.Address("XA"), nations.Start("XA"));
        using var http = new HttpClient { BaseAddress = nations.Address("XA") };
        var old = await CheckpointAsync(http, _ => true, cancellation);
        var played = await PlayedJourney.Of(nations, SmallDossier.Limited(nations.Folder), cancellation);
        Assert.True(played.Record.Succeeded, played.Screen);

        var (xa, xb) = (Card(nations, "XA"), Card(nations, "XB"));
        var witness = (WitnessVerifier)Key(xb.Log!.Witnesses[0]);
        using var keys = KeyFolder.Open(nations.Keys("XA"));
        var stranger = await StrangerProgram.BuildAsync(nations.Folder);
        string[] arguments =
        [
            $"{nations.Address("XA")}public/log", xa.Log!.Keys[0], new EcdsaNoteSigner(xa.Log.Origin, keys.Log).Verifier.ToString(), xb.Log.Witnesses[0],
            old.Checkpoint.Size.ToString(CultureInfo.InvariantCulture), Convert.ToBase64String(old.Checkpoint.Root.Span),
        ];
        // The authority goes on: a checkpoint that follows while the stranger reads has no cosignature yet.
        SignedCheckpoint before, after;
        (int, string) verified;
        do
        {
            before = await CheckpointAsync(http, signed => witness.CosignedAt(signed.Note) is not null, cancellation);
            verified = await stranger.RunAsync(arguments);
            after = await CheckpointAsync(http, _ => true, cancellation);
        }
        while (before.Checkpoint != after.Checkpoint);

        Assert.Equal((0, $"verified {after.Checkpoint.Size} entries\n"), verified);
        Assert.True(after.Checkpoint.Size > old.Checkpoint.Size);
    }

    private static async Task<SignedCheckpoint> CheckpointAsync(HttpClient http, Predicate<SignedCheckpoint> isWanted, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        while (true)
        {
            var text = await http.GetStringAsync(new Uri("/public/log/checkpoint", UriKind.Relative), patience.Token);
            if (SignedCheckpoint.TryParse(text) is { } signed && isWanted(signed)) return signed;
            await Task.Delay(TimeSpan.FromMilliseconds(200), patience.Token);
        }
    }

    private static TrustedAuthority Card(TwoNations nations, string code) =>
        JsonSerializer.Deserialize<TrustedAuthority>(File.ReadAllBytes(Path.Combine(nations.Keys(code), "card.json")), DomainJson.Strict)!;

    private static NoteVerifier Key(string vkey) => NoteVerifier.TryParse(vkey, out var key) ? key : throw new FormatException(vkey);
}
