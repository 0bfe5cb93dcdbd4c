using Certification.Testing;

namespace Certification.Journey.Tests;

/// <summary>Two servers of one authority on one storage: one is active, the other stands by.</summary>
public sealed class TwoNodesTests(AzuriteFixture azurite)
{
    private static readonly TimeSpan IntoTheJourney = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterWaking = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task When_the_active_server_is_killed_the_other_takes_over_and_completes()
    {
        await using var nations = await TwoNations.FoundAsync(azurite);
        var active = await StartBothAsync(nations);

        var journey = PlayAsync(nations);
        await Task.Delay(IntoTheJourney, TestContext.Current.CancellationToken);
        await active.KillAsync();

        await CompletedOnceAsync(nations, await journey);
    }

    [Fact]
    public async Task A_server_that_was_paused_and_wakes_after_the_takeover_does_nothing_twice()
    {
        await using var nations = await TwoNations.FoundAsync(azurite);
        var active = await StartBothAsync(nations);

        var journey = PlayAsync(nations);
        await Task.Delay(IntoTheJourney, TestContext.Current.CancellationToken);
        await active.PauseAsync();
        var played = await journey;
        await active.ResumeAsync();
        await Task.Delay(AfterWaking, TestContext.Current.CancellationToken);

        await CompletedOnceAsync(nations, played);
        Assert.False(active.HasEnded, active.Log);
    }

    /// <summary>The standby has the authority's address, as if a load balancer had already noticed; it answers people all
    /// along, and what workflows do is done by whoever leads.</summary>
    /// <returns>The server that leads, because it was first.</returns>
    private static async Task<ServerProcess> StartBothAsync(TwoNations nations)
    {
        nations.Start("XB");
        var port = TwoNations.FreePort();
        var active = nations.Start("XA", node: "first", port: port);
        await TwoNations.AwaitReadyAsync(new Uri($"http://127.0.0.1:{port}"), active);
        await TwoNations.AwaitReadyAsync(nations.Address("XA"), nations.Start("XA", node: "second"));
        return active;
    }

    private static Task<PlayedJourney> PlayAsync(TwoNations nations) => PlayedJourney.Of(
        nations, SmallDossier.Limited(nations.Folder), TestContext.Current.CancellationToken);

    private static async Task CompletedOnceAsync(TwoNations nations, PlayedJourney played)
    {
        Assert.True(played.Record.Succeeded, played.Screen);
        var invariants = new Invariants(nations.Storage("XA"));
        await invariants.CheckAsync(TestContext.Current.CancellationToken);
        var acts = await invariants.ActsOnAsync(played.Record.SubmissionId!, TestContext.Current.CancellationToken);
        Assert.Equal(1, acts["decision.taken"]);
        Assert.Equal(1, acts["evidence.validated"]);
    }
}
