using Certification.Engine.Records;
using Certification.Engine.Replay;

namespace Certification.Engine.Running;

/// <summary>What a workflow has asked for and this process has set going.</summary>
internal sealed class Outstanding(InstanceHost host, Action<Signal> post)
{
    private readonly HashSet<(int Run, int Call)> _activities = [];

    /// <summary>True while an activity runs, one of an earlier run included.</summary>
    public bool Any => _activities.Count > 0;

    /// <summary>An activity has its result.</summary>
    public void Ended(int run, int call) => _activities.Remove((run, call));

    /// <summary>Lets go of all: their results are dropped.</summary>
    public void Clear() => _activities.Clear();

    /// <summary>Starts what was asked for and is not under way. Only for requests whose step is recorded: an activity
    /// must not run on a result that a crash could still take back.</summary>
    /// <returns>True when a result is there already.</returns>
    public async Task<bool> Launch(InstanceRecord record, WorkflowRun run, AgentMemory memory)
    {
        foreach (var request in run.Pending.Where(request => request.Kind == RequestKind.Activity).ToList())
        {
            if (!_activities.Add((record.Run, request.Call))) continue;
            host.Activities.Start(record, request, entry => post(new Signal.ActivityEnded(record.Run, entry)));
        }

        var children = new ChildLauncher(host, record);
        foreach (var request in run.Pending.Where(memory.MustCheckChild).ToList())
        {
            if (await children.Check(request, isNew: memory.IsNewChild(request)) is { } entry)
                memory.Results.Add((record.Run, entry));
            memory.CheckedChild(request);
        }

        memory.Recovered();
        return memory.Results.Count > 0;
    }
}
