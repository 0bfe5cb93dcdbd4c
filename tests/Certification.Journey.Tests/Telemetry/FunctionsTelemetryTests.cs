using Certification.Workflows;

namespace Certification.Journey.Tests.Telemetry;

/// <summary>The same trace where Durable Functions remember instead of the embedded engine. Its own spans are the host's.</summary>
public sealed class FunctionsTelemetryTests(TracedFunctionsJourney journey) : IClassFixture<TracedFunctionsJourney>
{
    [Fact]
    public void One_trace_follows_a_submission_from_the_hand_in_to_the_other_authority_and_back()
    {
        Assert.True(journey.Played.Record.Succeeded, journey.Played.Screen);
        var spans = journey.Collector.Spans();
        var trace = Assert.Single(spans.Where(span => span.Name == "activity check-intake").Select(span => span.Trace).Distinct());

        var told = spans.Where(span => span.Trace == trace).ToList();
        Assert.Contains(told, span => span is { Authority: "XA", Name: "POST /v1/submissions/{id}/submit" });
        Assert.Contains(told, span => span.Authority == "XA" && span.Scope.StartsWith("Azure.Data.Tables", StringComparison.Ordinal));
        Assert.Contains(told, span => span.Authority == "XB" && span.Name == $"step {WorkflowNames.RecogniseCertificate.Name}");
        Assert.Contains(told, span => span is { Authority: "XA", Name: "POST /v1/federation/statements" });
    }

    [Theory]
    [InlineData(TracedJourney.Contact)]
    [InlineData(TracedJourney.Evidence)]
    [InlineData("model-card.md")]
    [InlineData("eyJ")]
    [InlineData("sig=")]
    [InlineData("AccountKey")]
    public void Nothing_of_a_person_a_dossier_or_a_secret_leaves(string planted)
    {
        Assert.NotEmpty(journey.Collector.Spans());
        Assert.False(journey.Collector.Contains(planted));
    }
}
