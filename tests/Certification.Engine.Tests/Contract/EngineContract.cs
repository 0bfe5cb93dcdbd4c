using Certification.Workflows.Port;
using Xunit;

namespace Certification.Engine.Tests.Contract;

/// <summary>What an engine owes a workflow. Derive from it once an engine. It looks through the port's client only, so an
/// engine in another process can stand behind it.</summary>
public abstract partial class EngineContract : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Client of an engine in which <see cref="ContractWorkflows"/> are registered.</summary>
    protected abstract IWorkflowClient Client { get; }

    /// <inheritdoc/>
    public abstract ValueTask InitializeAsync();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>Sets the engine's business time forward.</summary>
    protected abstract Task AdvanceTime(TimeSpan by);

    /// <summary>An instance id that no other test has.</summary>
    protected static string NewId() => "i-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Starts an instance under a new id.</summary>
    protected async Task<string> Start<TInput, TResult>(WorkflowName<TInput, TResult> workflow, TInput input)
    {
        var id = NewId();
        Assert.Equal(StartOutcome.Started, await Client.Start(workflow, id, input));
        return id;
    }

    /// <summary>Sends an event with an id of its own.</summary>
    protected Task<RaiseOutcome> Send<TEvent>(string id, EventName<TEvent> name, TEvent payload) =>
        Client.RaiseEvent(id, name, Guid.NewGuid().ToString("N"), payload);

    /// <summary>The instance once it is as wanted.</summary>
    protected async Task<WorkflowState> Eventually(string id, Func<WorkflowState, bool> wanted)
    {
        var giveUp = DateTime.UtcNow + Patience;
        while (true)
        {
            var state = await Client.Query(id);
            if (state is not null && wanted(state)) return state;
            if (DateTime.UtcNow > giveUp) throw new TimeoutException($"Instance {id} is {state}");
            await Task.Delay(5);
        }
    }

    /// <summary>The instance once it has ended.</summary>
    protected Task<WorkflowState> End(string id) => Eventually(id, state => state.Status != WorkflowStatus.Running);

    /// <summary>The result of an instance that must complete.</summary>
    protected async Task<TResult> Result<TResult>(string id)
    {
        var state = await End(id);
        Assert.True(state.Status == WorkflowStatus.Completed, $"{state.Status}: {state.FailureReason}");
        return WorkflowJson.Read<TResult>(state.ResultJson!);
    }
}
