using Certification.Workflows.Port;

namespace Certification.Workflows.Tests;

public sealed class SeekRecognitionTests : IAsyncDisposable
{
    private static readonly string Id = WorkflowNames.SeekId("XA-2026-000001", "XB");
    private readonly Stage _stage = new();

    public SeekRecognitionTests() => _stage
        .On(ActivityNames.AskForRecognition, new Done(true))
        .On(ActivityNames.RecordNoAnswer, new Done(true));

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task It_ends_with_the_verdict_of_the_statement()
    {
        await Begin();

        await _stage.Raise(Id, WorkflowNames.StatementArrived, new StatementArrived("XB", "conditional"));

        Assert.Equal("conditional", (await _stage.Result<SeekRecognitionResult>(Id)).Answer);
    }

    [Fact]
    public async Task No_answer_within_a_week_is_recorded_as_no_answer()
    {
        await Begin();

        await _stage.Pass(TimeSpan.FromDays(7));

        Assert.Equal("no-answer", (await _stage.Result<SeekRecognitionResult>(Id)).Answer);
        Assert.Equal(["ask-for-recognition", "record-no-answer"], _stage.Calls);
    }

    [Fact]
    public async Task A_statement_that_comes_after_the_end_is_told_so()
    {
        await Begin();
        await _stage.Pass(TimeSpan.FromDays(7));

        Assert.Equal(
            RaiseOutcome.InstanceEnded,
            await _stage.Raise(Id, WorkflowNames.StatementArrived, new StatementArrived("XB", "recognised")));
    }

    private Task Begin() => _stage.Begin(
        WorkflowNames.SeekRecognition, Id, new SeekRecognitionInput("s-1", "XA-2026-000001", "XB"));
}
