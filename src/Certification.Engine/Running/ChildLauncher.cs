using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Workflows.Port;

namespace Certification.Engine.Running;

/// <summary>Starts sub-workflows and fetches their results from their own rows, which is what survives a crash: a child's
/// end is told to its parent only as a hint to look.</summary>
internal sealed class ChildLauncher(InstanceHost host, InstanceRecord parent)
{
    /// <summary>Makes sure that a child exists.</summary>
    /// <param name="isNew">True when this request has most probably never started its child: saves a read.</param>
    /// <returns>The entry for the parent's history if the child has ended; null while it runs.</returns>
    public async Task<HistoryEntry?> Check(Request request, bool isNew)
    {
        if (!host.Registry.Workflows.TryGetValue(request.ChildWorkflow, out var workflow))
            return Failed(request, $"no workflow is registered as {request.ChildWorkflow}");
        var child = isNew ? null : await host.Store.Find(request.ChildId, host.Stopping);
        if (child is null)
        {
            if (await host.Start(First(request, workflow), host.Stopping)) return null;
            child = (await host.Store.Find(request.ChildId, host.Stopping))!;
        }

        if (child.Parent != parent.Id || child.Workflow != request.ChildWorkflow)
            return Failed(request, $"instance id {request.ChildId} is in use by another instance; choose an id derived from the parent's");
        return child.Ended ? Result(request, child) : null;
    }

    private InstanceRecord First(Request request, WorkflowEntry workflow) => new()
    {
        Id = request.ChildId,
        Workflow = workflow.Name,
        Version = workflow.Version,
        Input = request.Input,
        Parent = parent.Id,
        Trace = parent.Trace,
        StartedAt = host.Now,
        RunStartedAt = host.Now,
        UpdatedAt = host.Now,
    };

    private static HistoryEntry Result(Request request, InstanceRecord child) => child.Status == WorkflowStatus.Completed
        ? new HistoryEntry(HistoryKind.SubWorkflowCompleted, request.Call, request.Name, default, child.Result)
        : Failed(request, $"{child.Status.ToString().ToLowerInvariant()}: {child.Failure}");

    private static HistoryEntry Failed(Request request, string reason) =>
        new(HistoryKind.SubWorkflowFailed, request.Call, request.Name, default, reason);
}
