using Certification.Workflows;

namespace Certification.Journey.Tests.Telemetry;

/// <summary>What an operator sees of a submission, and what nobody must see there.</summary>
public sealed class TelemetryTests(TracedJourney journey) : IClassFixture<TracedJourney>
{
    [Fact]
    public void One_trace_follows_a_submission_from_the_hand_in_to_the_other_authority_and_back()
    {
        Assert.True(journey.Played.Record.Succeeded, journey.Played.Screen);
        var spans = journey.Collector.Spans();
        var trace = Assert.Single(spans.Where(span => span.Name == $"step {WorkflowNames.CertifySystem.Name}").Select(span => span.Trace).Distinct());

        var told = spans.Where(span => span.Trace == trace).ToList();
        Assert.Contains(told, span => span is { Authority: "XA", Name: "POST /v1/submissions/{id}/submit" });
        Assert.Contains(told, span => span is { Authority: "XA", Name: "deliver workflow-start" });
        Assert.Contains(told, span => span.Authority == "XA" && span.Name.StartsWith("activity ", StringComparison.Ordinal));
        Assert.Contains(told, span => span.Authority == "XA" && span.Scope.StartsWith("Azure.Data.Tables", StringComparison.Ordinal));
        Assert.Contains(told, span => span is { Authority: "XB", Name: "POST /v1/federation/recognition-requests" });
        Assert.Contains(told, span => span.Authority == "XB" && span.Name == $"step {WorkflowNames.RecogniseCertificate.Name}");
        Assert.Contains(told, span => span.Authority == "XB" && span.Name.StartsWith("activity ", StringComparison.Ordinal));
        Assert.Contains(told, span => span.Authority == "XB" && span.Scope.StartsWith("Azure.Data.Tables", StringComparison.Ordinal));
        Assert.Contains(told, span => span is { Authority: "XA", Name: "POST /v1/federation/statements" });
    }

    [Fact]
    public void A_step_that_a_request_woke_links_to_that_request()
    {
        var spans = journey.Collector.Spans();
        var decision = Assert.Single(spans.Where(span => span.Name == "POST /v1/submissions/{id}/decision").Select(span => span.Trace).Where(
            trace => spans.Any(span => span.Trace == trace && span.Name.StartsWith("raise ", StringComparison.Ordinal))).Distinct());
        Assert.Contains(spans, span => span.LinkedTraces.Contains(decision));
    }

    [Theory]
    [InlineData("metrics", "certification.submissions.handed_in")]
    [InlineData("metrics", "certification.verifications")]
    [InlineData("metrics", "certification.workflow.activity.duration")]
    [InlineData("metrics", "certification.workflow.steps")]
    [InlineData("metrics", "certification.inbox.events")]
    [InlineData("metrics", "certification.outbox.delivered")]
    [InlineData("metrics", "http.server.request.duration")]
    [InlineData("logs", "leads the engine")]
    [InlineData("traces", "certification-xa")]
    public void Every_signal_arrives(string signal, string text) => Assert.True(journey.Collector.Contains(text, signal));

    [Theory]
    [InlineData(TracedJourney.Contact)]
    [InlineData("ada.lovelace")]
    [InlineData(TracedJourney.Evidence)]
    [InlineData("Acme Talent Tools")]
    [InlineData("acme/slogan-helper")]
    [InlineData("model-card.md")]
    [InlineData("urn:certification:dev:")]
    [InlineData("eyJ")]
    [InlineData("sig=")]
    [InlineData("AccountKey")]
    [InlineData("PartitionKey")]
    public void Nothing_of_a_person_a_dossier_or_a_secret_leaves(string planted) => Assert.False(journey.Collector.Contains(planted));
}
