using Certification.Workflows.Port;

namespace Certification.Workflows.Tests;

public sealed class WatchCertificateTests : IAsyncDisposable
{
    private const string Number = "XA-2026-000001";
    private static readonly string Id = WorkflowNames.WatchId(Number);
    private readonly Stage _stage = new();
    private readonly List<string> _told = [];
    private string _status = "valid";

    public WatchCertificateTests() => _stage
        .On(ActivityNames.PublishStatus, _ => new WatchedCertificate(
            _status, _status is "withdrawn" or "expired" or "superseded", Stage.Start.AddDays(300), Stage.Start.AddDays(365)))
        .On(ActivityNames.TellPeersOfStatus, news =>
        {
            _told.Add(news.Status);
            return new Done(true);
        })
        .On(ActivityNames.OpenRenewal, new Done(true))
        .On(ActivityNames.ExpireCertificate, _ =>
        {
            _status = "expired";
            return new Done(true);
        });

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task A_withdrawal_is_published_and_told_once_and_ends_the_watch()
    {
        await Begin();

        await Change("withdrawn");

        Assert.Equal(["withdrawn"], _told);
        Assert.Equal("withdrawn", (await _stage.Result<WatchResult>(Id)).Status);
    }

    [Fact]
    public async Task A_suspension_and_its_end_are_both_told_and_the_watch_goes_on()
    {
        await Begin();

        await Change("suspended");
        await Change("valid");

        Assert.Equal(["suspended", "valid"], _told);
        Assert.Equal(WorkflowStatus.Running, (await _stage.State(Id)).Status);
    }

    [Fact]
    public async Task Renewal_opens_by_itself_when_it_comes_due_and_only_once()
    {
        await Begin();
        await _stage.Pass(TimeSpan.FromDays(299));
        Assert.DoesNotContain("open-renewal", _stage.Calls);

        await _stage.Pass(TimeSpan.FromDays(1));
        await _stage.Pass(TimeSpan.FromDays(10));

        Assert.Single(_stage.Calls, call => call == "open-renewal");
    }

    [Fact]
    public async Task A_certificate_that_nobody_renews_expires_and_the_watch_ends()
    {
        await Begin();

        await _stage.Pass(TimeSpan.FromDays(300));
        await _stage.Pass(TimeSpan.FromDays(65));

        Assert.Equal("expired", (await _stage.Result<WatchResult>(Id)).Status);
        Assert.Equal(["expired"], _told);
    }

    [Fact]
    public async Task One_jump_over_both_dates_opens_the_renewal_and_then_expires()
    {
        await Begin();

        await _stage.Pass(TimeSpan.FromDays(400));

        Assert.Contains("open-renewal", _stage.Calls);
        Assert.Equal("expired", (await _stage.Result<WatchResult>(Id)).Status);
    }

    private Task Begin() => _stage.Begin(WorkflowNames.WatchCertificate, Id, new WatchInput(Number));

    private Task Change(string status)
    {
        _status = status;
        return _stage.Raise(Id, WorkflowNames.StatusChanged, new StatusChanged(status));
    }
}
