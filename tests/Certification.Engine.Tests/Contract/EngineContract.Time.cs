using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task A_timer_fires_when_its_time_has_come()
    {
        var id = await Start(ContractWorkflows.Sleeper, 90);
        await AdvanceTime(TimeSpan.FromMinutes(89));
        await Task.Delay(50);
        Assert.Equal(WorkflowStatus.Running, (await Client.Query(id))!.Status);
        await AdvanceTime(TimeSpan.FromMinutes(2));
        Assert.True(await Result<double>(id) >= 90);
    }

    [Fact]
    public async Task A_timer_in_the_past_fires_at_once() =>
        Assert.True(await Result<double>(await Start(ContractWorkflows.Sleeper, -5)) >= 0);

    [Fact]
    public async Task A_cancelled_timer_does_not_fire()
    {
        var id = await Start(ContractWorkflows.CancelledTimer, 0);
        await Send(id, ContractWorkflows.Go, "");
        await Eventually(id, state => state.CustomStatus == "cancelled");
        await AdvanceTime(TimeSpan.FromMinutes(61));
        await AdvanceTime(TimeSpan.FromMinutes(60));
        Assert.Equal("cancelled", await Result<string>(id));
    }

    [Fact]
    public async Task Guids_and_time_are_the_same_again_in_replay()
    {
        var id = await Start(ContractWorkflows.Stable, 0);
        var shown = (await Eventually(id, state => state.CustomStatus is not null)).CustomStatus!;
        await AdvanceTime(TimeSpan.FromMinutes(5));
        await Send(id, ContractWorkflows.Go, "");
        var result = await Result<string>(id);
        Assert.StartsWith(shown, result, StringComparison.Ordinal);
        Assert.Equal(2, result.Split(' ').Where(word => Guid.TryParse(word, out _)).Distinct().Count());
    }
}
