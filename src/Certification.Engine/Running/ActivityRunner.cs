using System.Globalization;
using Certification.Engine.Records;
using Certification.Engine.Replay;
using Certification.Engine.Telemetry;
using Certification.Workflows.Port;
using Microsoft.Extensions.Logging;

namespace Certification.Engine.Running;

/// <summary>Runs activities, so many at a time, each until it succeeds or its retry policy is spent. Attempts are not
/// recorded: after a crash counting starts again.</summary>
internal sealed class ActivityRunner(WorkflowRegistry registry, int concurrency, ILogger log, CancellationToken stop)
{
    private readonly SemaphoreSlim _places = new(concurrency);

    /// <summary>Starts an activity; <paramref name="done"/> is called once with its entry, unless the engine stops first.</summary>
    public void Start(InstanceRecord instance, Request request, Action<HistoryEntry> done) =>
        _ = Task.Run(() => Run(instance, request, done), CancellationToken.None);

    private async Task Run(InstanceRecord instance, Request request, Action<HistoryEntry> done)
    {
        // Ids have no '/', and a continue-as-new numbers its calls from 1 again: run and call make it unique for ever.
        var operation = string.Create(CultureInfo.InvariantCulture, $"{instance.Id}/{instance.Run}/{request.Call}");
        if (!registry.Activities.TryGetValue(request.Name, out var activity))
        {
            done(Failed(request, $"no activity is registered as {request.Name}"));
            return;
        }

        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var entry = await Try(instance, activity, new ActivityContext(instance.Id, operation, attempt), request);
                if (entry is not null)
                {
                    done(entry);
                    return;
                }

                await Task.Delay(request.Retry.DelayAfter(attempt), stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The next leader finds the request outstanding and runs it again.
        }
    }

    /// <summary>One attempt; null when it failed and another is allowed.</summary>
    private async Task<HistoryEntry?> Try(InstanceRecord instance, ActivityEntry activity, ActivityContext context, Request request)
    {
        await _places.WaitAsync(stop);
        using var attempt = EngineTelemetry.StartAttempt(instance.Trace, instance.Id, request.Name, context.Attempt);
        try
        {
            var result = await activity.Run(context, request.Input, stop);
            attempt.Completed();
            return new HistoryEntry(HistoryKind.ActivityCompleted, request.Call, request.Name, default, result);
        }
        catch (Exception exception) when (!stop.IsCancellationRequested)
        {
            attempt.Failed(exception);
            log.ActivityAttemptFailed(exception, request.Name, context.OperationId, context.Attempt, request.Retry.MaxAttempts);
            return context.Attempt < request.Retry.MaxAttempts
                ? null
                : Failed(request, $"{exception.GetType().Name}: {exception.Message}");
        }
        finally
        {
            _places.Release();
        }
    }

    private static HistoryEntry Failed(Request request, string reason) =>
        new(HistoryKind.ActivityFailed, request.Call, request.Name, default, reason);
}
