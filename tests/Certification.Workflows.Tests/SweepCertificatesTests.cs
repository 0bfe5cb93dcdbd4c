using Certification.Workflows.Port;

namespace Certification.Workflows.Tests;

public sealed class SweepCertificatesTests : IAsyncDisposable
{
    private readonly Stage _stage = new();
    private readonly List<DueInput> _asked = [];
    private readonly List<RenewalInput> _opened = [];

    public SweepCertificatesTests() => _stage
        .On(ActivityNames.RefreshStatusLists, new Done(true))
        .On(ActivityNames.DeleteAbandonedUploads, new Done(true))
        .On(ActivityNames.FindDueCertificates, span =>
        {
            _asked.Add(span);
            return new DueCertificates(_asked.Count == 2 ? ["XA-2026-000001", "XA-2026-000002"] : []);
        })
        .On(ActivityNames.OpenRenewal, renewal =>
        {
            _opened.Add(renewal);
            return new Done(true);
        });

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Each_day_status_lists_are_signed_anew_and_lost_renewals_opened()
    {
        await Begin();
        await _stage.Pass(TimeSpan.FromDays(1));

        Assert.Equal(2, _stage.Calls.Count(call => call == "refresh-status-lists"));
        Assert.Equal(["XA-2026-000001", "XA-2026-000002"], _opened.Select(renewal => renewal.Number).Order());
        Assert.All(_opened, renewal => Assert.Equal("sweep", renewal.Because));
    }

    [Fact]
    public async Task It_goes_on_from_the_day_that_it_swept_last_also_after_a_long_jump()
    {
        await Begin();

        await _stage.Pass(TimeSpan.FromDays(40));

        Assert.Equal([new DueInput(null, new DateOnly(2026, 3, 2)), new DueInput(new DateOnly(2026, 3, 2), new DateOnly(2026, 4, 11))], _asked);
        Assert.Equal(WorkflowStatus.Running, (await _stage.State(WorkflowNames.SweepId)).Status);
    }

    [Fact]
    public async Task Uploads_are_swept_from_the_second_day_on_and_a_day_that_began_before_keeps_its_steps()
    {
        await Begin();
        Assert.DoesNotContain("delete-abandoned-uploads", _stage.Calls);

        await _stage.Pass(TimeSpan.FromDays(1));

        Assert.Single(_stage.Calls, call => call == "delete-abandoned-uploads");
    }

    private Task Begin() => _stage.Begin(WorkflowNames.SweepCertificates, WorkflowNames.SweepId, new SweepInput());
}
