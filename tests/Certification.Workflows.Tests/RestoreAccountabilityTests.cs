namespace Certification.Workflows.Tests;

public sealed class RestoreAccountabilityTests : IAsyncDisposable
{
    private static readonly RestoreInput Departure = new("s-1");
    private readonly Stage _stage = new();
    private IReadOnlyList<string> _orphaned = ["human-oversight"];
    private bool _restricts = true;

    public RestoreAccountabilityTests() => _stage
        .On(ActivityNames.TellOfOrphanedDuties, _ => new OrphanedDuties(_orphaned, Stage.Start.AddDays(30)))
        .On(ActivityNames.RestrictOrphaned, _ => new Done(_restricts));

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Nothing_happens_when_somebody_else_answers_already()
    {
        _orphaned = [];
        await Begin();
        Assert.Equal("answered", (await Result()).Ended);
        Assert.Equal(["tell-of-orphaned-duties"], _stage.Calls);
    }

    [Fact]
    public async Task Officers_are_told_at_once_and_the_certificate_is_restricted_when_the_deadline_passes()
    {
        await Begin();
        Assert.Equal("nobody answers for human-oversight", (await _stage.State(WorkflowNames.RestoreId("s-1", 3))).CustomStatus);
        await _stage.Pass(TimeSpan.FromDays(29));
        Assert.DoesNotContain("restrict-orphaned", _stage.Calls);

        await _stage.Pass(TimeSpan.FromDays(2));

        Assert.Equal("restricted", (await Result()).Ended);
    }

    [Fact]
    public async Task A_successor_that_accepted_in_time_leaves_the_certificate_as_it_was()
    {
        _restricts = false;
        await Begin();
        await _stage.Pass(TimeSpan.FromDays(31));
        Assert.Equal("answered", (await Result()).Ended);
    }

    private Task Begin() => _stage.Begin(WorkflowNames.RestoreAccountability, WorkflowNames.RestoreId("s-1", 3), Departure);

    private Task<RestoreResult> Result() => _stage.Result<RestoreResult>(WorkflowNames.RestoreId("s-1", 3));
}
