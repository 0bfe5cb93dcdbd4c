using Certification.Engine.Records;
using Certification.Storage.Inbox;
using Certification.Workflows.Port;

namespace Certification.Engine.Replay;

/// <summary>Brings a run back to where its history ends.</summary>
internal static class Replayer
{
    /// <summary>Replays; a run that asks for something else than history and row say comes back as failed.</summary>
    public static WorkflowRun Replay(WorkflowEntry workflow, LoadedInstance loaded, Action onStray)
    {
        var (record, rows) = (loaded.Record, loaded.Inbox.ToDictionary(row => row.Position));
        var run = new WorkflowRun(workflow, record, onStray);
        var begun = record.Awaiting.Length > 0;
        run.Begin(replaying: begun, record.Carried.Select(position => rows[position]));
        try
        {
            foreach (var entry in loaded.History)
            {
                var row = entry.Kind == HistoryKind.EventReceived ? rows[entry.Call] : null;
                run.Feed(entry, row, replaying: true);
            }
        }
        catch (NonDeterministicWorkflowException mismatch)
        {
            Fail(run, mismatch.Message);
        }

        if (begun && (run.Outcome is not null || run.Awaiting != record.Awaiting))
            Fail(run, RunFault.AwaitsSomethingElse(record, run.Outcome is null ? run.Awaiting : "nothing"));
        return run;
    }

    /// <summary>The first reason stands: what follows from it would only hide it.</summary>
    private static void Fail(WorkflowRun run, string reason)
    {
        if (run.Outcome is not RunOutcome.Failed) run.Fail($"{nameof(NonDeterministicWorkflowException)}: {reason}");
    }
}
