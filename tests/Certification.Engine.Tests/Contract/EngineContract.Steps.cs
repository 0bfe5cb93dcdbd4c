using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task Steps_run_one_after_the_other_to_the_result() =>
        Assert.Equal(96, await Result<int>(await Start(ContractWorkflows.FiveSteps, 3)));

    [Fact]
    public async Task A_failed_activity_is_tried_again() =>
        Assert.Equal(3, await Result<int>(await Start(ContractWorkflows.Retrying, 2)));

    [Fact]
    public async Task An_activity_whose_attempts_are_spent_fails_with_the_last_reason()
    {
        var told = await Result<string>(await Start(ContractWorkflows.GivingUp, 99));
        Assert.Equal("contract-flaky: InvalidOperationException: attempt 3 of the test", told);
    }

    [Fact]
    public async Task Activities_fan_out_and_join() =>
        Assert.Equal(300 * 301, await Result<int>(await Start(ContractWorkflows.FanOut, 300)));

    [Fact]
    public async Task Every_call_has_an_operation_id_of_its_own()
    {
        var ids = await Result<string[]>(await Start(ContractWorkflows.Operations, 4));
        Assert.Equal(4, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_workflow_that_throws_fails_with_its_reason()
    {
        var state = await End(await Start(ContractWorkflows.Throwing, 0));
        Assert.Equal(WorkflowStatus.Failed, state.Status);
        Assert.Equal("InvalidOperationException: thrown by the workflow", state.FailureReason);
    }

    [Theory]
    [InlineData(40_000)]
    [InlineData(1_500_000)]
    public async Task Payloads_of_any_size_come_through_input_activity_event_and_result(int length)
    {
        var id = await Start(ContractWorkflows.LongText, length);
        await Send(id, ContractWorkflows.Note, new string('x', length));
        Assert.Equal(length, await Result<int>(id));

        var text = new string('é', length);
        var echo = await Start(ContractWorkflows.Echo, text);
        await Send(echo, ContractWorkflows.Go, "");
        Assert.Equal(text, await Result<string>(echo));
    }

    [Fact]
    public async Task Of_twenty_concurrent_starts_under_one_id_exactly_one_starts()
    {
        var id = NewId();
        var starts = Enumerable.Range(0, 20).Select(n => Task.Run(() => Client.Start(ContractWorkflows.FiveSteps, id, n)));
        var outcomes = await Task.WhenAll(starts);
        Assert.Single(outcomes, StartOutcome.Started);
        Assert.Equal(19, outcomes.Count(outcome => outcome == StartOutcome.AlreadyExists));
        await Result<int>(id);
    }

    [Fact]
    public async Task An_id_is_used_up_by_an_ended_instance_too()
    {
        var id = await Start(ContractWorkflows.FiveSteps, 1);
        await End(id);
        Assert.Equal(StartOutcome.AlreadyExists, await Client.Start(ContractWorkflows.FiveSteps, id, 1));
    }

    [Fact]
    public async Task An_instance_keeps_the_version_that_it_was_started_with()
    {
        var id = await Start(ContractWorkflows.PinnedVersion, 0);
        await Send(id, ContractWorkflows.Go, "");
        Assert.Equal(ContractWorkflows.Version, await Result<int>(id));
        Assert.Equal(ContractWorkflows.Version, (await Client.Query(id))!.Version);
    }
}
