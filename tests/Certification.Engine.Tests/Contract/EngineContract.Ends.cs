using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task Sub_workflows_give_their_results_to_the_parent() =>
        Assert.Equal(32 * (1 + 2 + 3 + 4), await Result<int>(await Start(ContractWorkflows.Parent, 4)));

    [Fact]
    public async Task A_failed_sub_workflow_is_reported_with_its_id_and_reason()
    {
        var id = await Start(ContractWorkflows.ParentOfFailing, 0);
        Assert.Equal($"{id}.child: failed: InvalidOperationException: thrown by the workflow", await Result<string>(id));
    }

    [Fact]
    public async Task A_sub_workflow_may_wait_longer_than_its_parent_is_in_memory()
    {
        var child = NewId();
        var parent = await Start(ContractWorkflows.ParentOfWaiting, child);
        await Eventually(child, state => state.Status == WorkflowStatus.Running);
        await Send(child, ContractWorkflows.Go, "");
        Assert.Equal("hello from the child", await Result<string>(parent));
    }

    [Fact]
    public async Task A_terminated_sub_workflow_is_reported_to_the_parent()
    {
        var child = NewId();
        var parent = await Start(ContractWorkflows.ParentOfWaiting, child);
        await Eventually(child, state => state.Status == WorkflowStatus.Running);
        Assert.True(await Client.Terminate(child, "no longer wanted"));
        Assert.Equal("terminated: no longer wanted", await Result<string>(parent));
    }

    [Fact]
    public async Task A_sub_workflow_does_not_take_over_another_instances_id()
    {
        var taken = await Start(ContractWorkflows.Echo, "not a child");
        var parent = await Start(ContractWorkflows.ParentOfWaiting, taken);
        Assert.Contains("in use by another instance", await Result<string>(parent), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminated_instance_ends_with_the_reason_and_takes_no_events()
    {
        var id = await Start(ContractWorkflows.Echo, "");
        Assert.True(await Client.Terminate(id, "by hand"));
        var state = await End(id);
        Assert.Equal((WorkflowStatus.Terminated, "by hand"), (state.Status, state.FailureReason));
        Assert.Equal(RaiseOutcome.InstanceEnded, await Send(id, ContractWorkflows.Go, ""));
        Assert.False(await Client.Terminate(id, "again"));
    }

    [Fact]
    public async Task Terminating_what_is_not_there_does_nothing() =>
        Assert.False(await Client.Terminate(NewId(), "nobody there"));

    [Fact]
    public async Task A_workflow_that_replays_differently_from_its_history_fails_loudly()
    {
        var id = await Start(ContractWorkflows.Fickle, 0);
        await SendUntilEnded(id);
        await FailsAsNonDeterministic(id);
    }

    [Fact]
    public async Task A_workflow_that_comes_to_wait_for_something_else_fails_loudly()
    {
        var id = await Start(ContractWorkflows.FickleTimer, 0);
        await SendUntilEnded(id);
        await FailsAsNonDeterministic(id);
    }

    [Fact]
    public async Task A_workflow_that_awaits_a_foreign_task_fails_loudly() =>
        await FailsAsNonDeterministic(await Start(ContractWorkflows.Foreign, 10_000));

    [Fact]
    public async Task A_workflow_that_is_continued_by_a_foreign_task_fails_loudly() =>
        await FailsAsNonDeterministic(await Start(ContractWorkflows.HalfForeign, 50));

    /// <summary>An engine may keep an instance in memory for a while; sooner or later an event makes it replay.</summary>
    private async Task SendUntilEnded(string id)
    {
        while (await Send(id, ContractWorkflows.Go, "") == RaiseOutcome.Recorded) await Task.Delay(20);
    }

    private async Task FailsAsNonDeterministic(string id)
    {
        var state = await End(id);
        Assert.Equal(WorkflowStatus.Failed, state.Status);
        Assert.StartsWith(nameof(NonDeterministicWorkflowException), state.FailureReason, StringComparison.Ordinal);
    }
}
