namespace Certification.Workflows.Tests;

public sealed class ReviewDossierTests : IAsyncDisposable
{
    private static readonly string Id = WorkflowNames.ReviewId("s-1", 1);
    private readonly Stage _stage = new();
    private bool _complete;

    public ReviewDossierTests() => _stage
        .On(ActivityNames.ReadReview, _ => new ReviewRead(_complete, TimeSpan.FromDays(3), TimeSpan.FromDays(7)))
        .On(ActivityNames.RemindAssessors, new Done(true))
        .On(ActivityNames.EscalateReview, new Done(true))
        .On(ActivityNames.ConcludeReview, new ReviewResult(false));

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task It_closes_when_enough_assessors_have_concluded()
    {
        await Begin();
        await Acted("assigned");
        Assert.DoesNotContain("conclude-review", _stage.Calls);

        _complete = true;
        await Acted("concluded");

        Assert.Equal(new ReviewResult(false), await _stage.Result<ReviewResult>(Id));
    }

    [Fact]
    public async Task Nobody_is_reminded_before_the_rulebooks_patience_is_over()
    {
        await Begin();

        await _stage.Pass(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));

        Assert.DoesNotContain("remind-assessors", _stage.Calls);
    }

    [Fact]
    public async Task Who_does_not_act_is_reminded_and_then_escalated()
    {
        await Begin();

        await _stage.Pass(TimeSpan.FromDays(3));
        await _stage.Pass(TimeSpan.FromDays(3));
        await _stage.Pass(TimeSpan.FromDays(1));

        Assert.Equal(
            ["remind-assessors", "remind-assessors", "escalate-review"], _stage.Calls.Where(call => call != "read-review"));
    }

    [Fact]
    public async Task Acting_does_not_put_off_the_escalation()
    {
        await Begin();
        await _stage.Pass(TimeSpan.FromDays(6));

        await Acted("assigned");
        await _stage.Pass(TimeSpan.FromDays(1));

        Assert.Contains("escalate-review", _stage.Calls);
    }

    private Task Begin() => _stage.Begin(WorkflowNames.ReviewDossier, Id, new ReviewInput("s-1", 1));

    private Task Acted(string act) => _stage.Raise(Id, WorkflowNames.ReviewActed, new ReviewActed(act, "ben"));
}
