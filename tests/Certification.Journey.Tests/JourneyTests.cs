using Certification.Testing;

namespace Certification.Journey.Tests;

/// <summary>What <c>./run</c> plays, through real server processes.</summary>
public sealed class JourneyTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_example_is_issued_recognised_verified_withdrawn_and_comes_due()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var nations = await TwoNations.FoundAsync(azurite);
        nations.Start("XA");
        nations.Start("XB");

        var played = await PlayedJourney.Of(
            nations, SmallDossier.Example(nations.Folder), cancellation, RepositoryRoot.File("tests", "dossiers", "low"));

        var record = played.Record;
        Assert.Equal("incident-response-plan", Assert.Single(record.Gaps!).Requirement);
        Assert.Equal("decision.same-person", record.RefusedDecision);
        Assert.Equal("conditional", record.Recognition);
        Assert.Equal(["valid", "invalid", "undetermined", "undetermined", "undetermined", "valid"], record.Verdicts!.Values);
        Assert.InRange(record.LogEntries!.Value, 5, 100);
        Assert.Equal("refused", record.RecognitionAfterWithdrawal);
        Assert.NotNull(record.RenewalId);
        await new Invariants(nations.Storage("XA")).CheckAsync(cancellation);
    }

    [Fact]
    public async Task The_journey_is_the_same_with_the_issuer_on_the_Functions_app()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var nations = await TwoNations.FoundAsync(azurite);
        nations.StartFunctions("XA");
        nations.Start("XB");

        var played = await PlayedJourney.Of(
            nations, SmallDossier.Example(nations.Folder), cancellation, RepositoryRoot.File("tests", "dossiers", "low"));

        Assert.Equal("conditional", played.Record.Recognition);
        Assert.Equal("refused", played.Record.RecognitionAfterWithdrawal);
        Assert.NotNull(played.Record.RenewalId);
        await new Invariants(nations.Storage("XA")).CheckAsync(cancellation);
    }

    [Fact]
    public async Task Real_samples_that_do_not_support_the_claim_are_refused_with_reasons()
    {
        Assert.SkipUnless(SharedData.IsThere, SharedData.WhyNot);
        var cancellation = TestContext.Current.CancellationToken;
        await using var nations = await TwoNations.FoundAsync(azurite);
        nations.Start("XA");
        nations.Start("XB");

        var played = await PlayedJourney.Of(nations, RepositoryRoot.File("tests", "dossiers", "real-samples"), cancellation);

        Assert.Null(played.Record.Number);
        Assert.Contains(played.Record.Findings!, finding => finding.Code == "evidence.run-cancelled");
        Assert.NotEmpty(played.Record.RefusalReasons!);
    }
}
