using Certification.Testing;
using Certification.Testing.Faults;

namespace Certification.Journey.Tests;

/// <summary>Storage behind a line that answers one call in ten with 503, with a reset, or not at all after it was done.</summary>
public sealed class BadLineTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task The_journey_completes_exactly_once(int seed)
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var line = FaultyProxy.Start(azurite.ConnectionString, seed);
        await using var nations = await TwoNations.FoundAsync(azurite, line.ConnectionString);
        nations.Start("XA");
        nations.Start("XB");

        var played = await PlayedJourney.Of(nations, SmallDossier.Limited(nations.Folder), cancellation);

        Assert.True(played.Record.Succeeded, played.Screen);
        Assert.True(line.Faults > 0);
        var invariants = new Invariants(nations.Storage("XA"));
        await invariants.CheckAsync(cancellation);
        foreach (var (act, times) in await invariants.ActsOnAsync(played.Record.SubmissionId!, cancellation))
        {
            Assert.True(Expected(act).Contains(times), $"{act}: {times} times");
        }
    }

    private static int[] Expected(string act) => act switch
    {
        "evidence.declared" or "evidence.sealed" => [3],
        "submission.handed-in" => [2],
        // The answer to the certificate, and the one to its withdrawal, which may still be on its way.
        "recognition.answered" => [1, 2],
        _ => [1],
    };
}
