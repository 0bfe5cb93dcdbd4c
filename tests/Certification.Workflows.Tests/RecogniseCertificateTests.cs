namespace Certification.Workflows.Tests;

public sealed class RecogniseCertificateTests : IAsyncDisposable
{
    private const string Number = "XA-2026-000001";
    private static readonly string Id = WorkflowNames.RecogniseId(Number);
    private readonly Stage _stage = new();
    private readonly List<JudgeInput> _judged = [];
    private Judged _verdict = new("conditional", IsFinal: false);

    public RecogniseCertificateTests() => _stage
        .On(ActivityNames.JudgeCertificate, input =>
        {
            _judged.Add(input);
            return _verdict;
        })
        .On(ActivityNames.SendStatement, new Done(true));

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task It_judges_and_sends_at_once_and_judges_again_every_day()
    {
        await Begin();
        Assert.Equal("conditional", (await _stage.State(Id)).CustomStatus);

        await _stage.Pass(TimeSpan.FromDays(1));
        await _stage.Pass(TimeSpan.FromDays(1));

        Assert.Equal(3, _judged.Count);
    }

    [Fact]
    public async Task News_of_a_status_change_makes_it_look_at_once()
    {
        await Begin();

        _verdict = new Judged("refused", IsFinal: true);
        await _stage.Raise(Id, WorkflowNames.StatusChanged, new StatusChanged("withdrawn"));

        Assert.Equal("refused", (await _stage.Result<RecogniseResult>(Id)).Verdict);
    }

    private Task Begin() => _stage.Begin(WorkflowNames.RecogniseCertificate, Id, new RecogniseInput(Number, "XA"));
}
