using System.Globalization;
using System.Text.Json;
using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Workflows.Port;
using Microsoft.DurableTask;

namespace Certification.Functions.Durable;

/// <summary>What a run has asked for, under way in Durable Functions: activities with their attempts, children, closings of
/// the inbox. Timers are not here: all timers of a run share one alarm.</summary>
internal sealed class DurableRequests(TaskOrchestrationContext durable, EngineCalls engine, WirePayloads payloads, InstanceRecord record)
{
    private readonly SortedDictionary<int, Task<HistoryEntry>> _underWay = [];
    private int _launched;

    /// <summary>Ends as requests are answered.</summary>
    public IEnumerable<Task> Answers => _underWay.Values;

    /// <summary>Starts what was asked for since this was last called. Calls are numbered in the order of asking.</summary>
    public void Launch(IReadOnlyCollection<Request> pending, Func<Task<bool>> closeInbox)
    {
        foreach (var request in pending.Where(request => request.Call > _launched).ToList())
        {
            _launched = request.Call;
            if (request.Kind == RequestKind.Activity) _underWay.Add(request.Call, RunActivity(request));
            else if (request.Kind == RequestKind.SubWorkflow) _underWay.Add(request.Call, RunChild(request));
            else if (request.Kind == RequestKind.CloseInbox) _underWay.Add(request.Call, Close(request, closeInbox));
        }
    }

    /// <summary>The answers that have come, in the order of asking.</summary>
    public IReadOnlyList<HistoryEntry> TakeAnswers()
    {
        var ended = _underWay.Where(request => request.Value.IsCompleted).ToList();
        foreach (var (call, _) in ended) _underWay.Remove(call);
        return [.. ended.Select(request => request.Value.GetAwaiter().GetResult())];
    }

    private async Task<HistoryEntry> RunActivity(Request request)
    {
        // As in the embedded engine: run and call make it unique for ever.
        var operation = string.Create(CultureInfo.InvariantCulture, $"{durable.InstanceId}/{record.Run}/{request.Call}");
        var input = await payloads.Pack(request.Input);
        for (var attempt = 1; ; attempt++)
        {
            var answer = await Try(request.Name, new ActivityCall(durable.InstanceId, operation, attempt, input, record.Trace));
            if (answer.Failure is null)
                return Entry(HistoryKind.ActivityCompleted, request, await payloads.Unpack(answer.Result!));
            if (attempt >= request.Retry.MaxAttempts) return Entry(HistoryKind.ActivityFailed, request, answer.Failure);
            await durable.CreateTimer(durable.CurrentUtcDateTime + request.Retry.DelayAfter(attempt), CancellationToken.None);
        }
    }

    private async Task<ActivityAnswer> Try(string activity, ActivityCall call)
    {
        try
        {
            return Wire.Read<ActivityAnswer>(await durable.CallActivityAsync<JsonElement>(activity, Wire.Of(call)));
        }
        catch (TaskFailedException lost)
        {
            // Not the activity's own failure, which is a value: its process died, or no function has this name.
            return new ActivityAnswer(null, lost.Message);
        }
    }

    private async Task<HistoryEntry> RunChild(Request request)
    {
        var call = new ChildCall(durable.InstanceId, request.ChildId, request.ChildWorkflow, await payloads.Pack(request.Input), record.Trace);
        var admitted = await engine.Call<ChildAnswer>(EngineActivities.AdmitChild, call);
        if (admitted.Input is null) return Entry(HistoryKind.SubWorkflowFailed, request, admitted.Refusal);
        try
        {
            var end = Wire.Read<RunEnd>(await durable.CallSubOrchestratorAsync<JsonElement>(
                request.ChildWorkflow, Wire.Of(admitted.Input), new SubOrchestrationOptions(instanceId: request.ChildId)));
            return end.Status == WorkflowStatus.Completed
                ? Entry(HistoryKind.SubWorkflowCompleted, request, await payloads.Unpack(end.Result!))
                : Entry(HistoryKind.SubWorkflowFailed, request, $"{end.Status.ToString().ToLowerInvariant()}: {end.Reason}");
        }
        catch (TaskFailedException failed)
        {
            return Entry(HistoryKind.SubWorkflowFailed, request, $"failed: {failed.Message}");
        }
    }

    private static async Task<HistoryEntry> Close(Request request, Func<Task<bool>> closeInbox) =>
        await closeInbox()
            ? Entry(HistoryKind.InboxClosed, request, "true")
            : Entry(HistoryKind.InboxNotClosed, request, "false");

    private static HistoryEntry Entry(HistoryKind kind, Request request, string? payload) =>
        new(kind, request.Call, request.Name, default, payload);
}
