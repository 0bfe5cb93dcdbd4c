using Certification.Testing;

namespace Certification.Journey.Tests;

/// <summary>Journeys during which the issuing authority's process ends, as by <c>kill -9</c>, before or after one of its
/// writes to storage, is started again, and ends at the next point. Storage stays up.</summary>
/// <remarks>The points are counted from each start: the small numbers end it while it starts up, the larger ones a few
/// writes further into what it was doing when it was killed the last time, so that one rolling journey passes them all.</remarks>
public sealed class KilledServerTests(AzuriteFixture azurite, ITestOutputHelper output)
{
    private const int WritesInDeepRun = 120;

    /// <summary>A start takes some 19 writes: three of them, and then each of those that follow.</summary>
    private static readonly int[] WritesInEveryRun = [2, 13, 17, .. Enumerable.Range(20, 15)];

    [Fact]
    public async Task A_server_killed_at_any_write_loses_nothing_and_does_nothing_twice()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var points = Points();
        await using var nations = await TwoNations.FoundAsync(azurite);
        nations.Start("XB");
        await nations.Storage("XA").CreateMissing(cancellation);
        var invariants = new Invariants(nations.Storage("XA"));
        var victim = new RestartedServer(nations, invariants, points);

        var journeys = 0;
        for (; !victim.IsThrough; journeys++)
        {
            var played = await victim.DuringAsync(PlayedJourney.Of(nations, SmallDossier.Limited(nations.Folder), cancellation));
            Assert.True(played.Record.Succeeded, played.Screen);
            await invariants.CheckAsync(cancellation);
            ExactlyOnce(await invariants.ActsOnAsync(played.Record.SubmissionId!, cancellation));
        }

        output.WriteLine($"{victim.Killed.Count} kills over {journeys} journeys:");
        foreach (var point in victim.Killed) output.WriteLine(point);
        Assert.Equal(points.Count, victim.Killed.Count);
    }

    /// <summary>Every act that the journey's people were told is done, and every step of the authority, stands in the audit
    /// trail once: none was lost, none was done twice.</summary>
    private static void ExactlyOnce(Dictionary<string, int> acts)
    {
        Dictionary<string, int> expected = new()
        {
            ["submission.opened"] = 1, ["evidence.declared"] = 3, ["evidence.sealed"] = 3, ["submission.handed-in"] = 2,
            ["intake.incomplete"] = 1, ["intake.accepted"] = 1, ["evidence.validated"] = 1, ["review.assigned"] = 1,
            ["review.concluded"] = 1, ["review.closed"] = 1, ["decision.taken"] = 1,
        };
        foreach (var (code, times) in expected)
        {
            Assert.True(acts.GetValueOrDefault(code) == times, $"{code}: {acts.GetValueOrDefault(code)} times, not {times}.");
        }
    }

    /// <summary>A sample, before and after each write; with CERTIFICATION_DEEP all of them.</summary>
    private static IReadOnlyList<string> Points()
    {
        var isDeep = Environment.GetEnvironmentVariable("CERTIFICATION_DEEP") == "1";
        var writes = isDeep ? Enumerable.Range(1, WritesInDeepRun) : WritesInEveryRun;
        return [.. writes.SelectMany(write => (string[])[$"{write}:before", $"{write}:after"])];
    }
}
