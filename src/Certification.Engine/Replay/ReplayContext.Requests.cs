using System.Globalization;
using Certification.Engine.Records;
using Certification.Workflows.Port;

namespace Certification.Engine.Replay;

/// <summary>What a workflow asks for and waits for.</summary>
internal sealed partial class ReplayContext
{
    private int _calls;

    /// <summary>Requests without an answer, by number.</summary>
    public SortedDictionary<int, Request> Pending { get; } = [];

    /// <summary>Events and waits of this run.</summary>
    public EventBuffer Events { get; } = new();

    public override async Task<TResult> CallActivity<TInput, TResult>(
        ActivityName<TInput, TResult> activity, TInput input, RetryPolicy? retry = null) =>
        WorkflowJson.Read<TResult>(await Ask(new Request(RequestKind.Activity, NextCall(), activity.Name)
        {
            Input = WorkflowJson.Write(input),
            Retry = retry ?? RetryPolicy.Default,
        }));

    public override async Task<TResult> CallSubWorkflow<TInput, TResult>(
        WorkflowName<TInput, TResult> workflow, TInput input, string instanceId) =>
        WorkflowJson.Read<TResult>(await Ask(
            new Request(RequestKind.SubWorkflow, NextCall(), $"{workflow.Name} {instanceId}")
            {
                Input = WorkflowJson.Write(input),
                ChildId = Ids.Checked(instanceId),
                ChildWorkflow = workflow.Name,
            }));

    public override async Task<TEvent> WaitForEvent<TEvent>(EventName<TEvent> name, CancellationToken cancellation = default)
    {
        Demand();
        cancellation.ThrowIfCancellationRequested();
        var wait = Events.Next(name.Name);
        using var withdrawal = cancellation.Register(() => OnTurn(() => Events.Withdraw(wait)));
        return WorkflowJson.Read<TEvent>(await wait.Arrival.Task);
    }

    public override async Task CreateTimer(DateTimeOffset fireAt, CancellationToken cancellation = default)
    {
        var timer = new Request(RequestKind.Timer, NextCall(), fireAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))
        {
            FireAt = fireAt,
        };
        cancellation.ThrowIfCancellationRequested();
        using var withdrawal = cancellation.Register(() => OnTurn(() => Withdraw(timer)));
        await Ask(timer);
    }

    public override async Task<bool> TryCloseInbox()
    {
        var call = NextCall();
        return !Events.HasUnread && WorkflowJson.Read<bool>(await Ask(new Request(RequestKind.CloseInbox, call, "")));
    }

    private Task<string> Ask(Request request)
    {
        Pending.Add(request.Call, request);
        return request.Answer.Task;
    }

    private void Withdraw(Request timer)
    {
        if (Pending.Remove(timer.Call)) timer.Answer.SetCanceled();
    }

    private int NextCall()
    {
        Demand();
        return ++_calls;
    }
}
