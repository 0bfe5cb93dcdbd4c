using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Certification.Functions.StandIns.Hub;

/// <summary>A client of the stand-in hub.</summary>
internal sealed class StandInClient(StandInHub hub) : DurableTaskClient
{
    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        hub.Schedule(orchestratorName, options!.InstanceId!, JsonSerializer.Serialize(input));
        return Task.FromResult(options.InstanceId!);
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        hub.Raise(instanceId, eventName, JsonSerializer.Serialize(eventPayload));
        return Task.CompletedTask;
    }

    public override Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Task.FromResult(hub.Find(instanceId)?.Metadata);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new Page(hub.Orchestrations.Select(one => one.Metadata)
            .Where(one => filter?.Statuses is null || filter.Statuses.Contains(one.RuntimeStatus)).ToList());

    private sealed class Page(IReadOnlyList<OrchestrationMetadata> items) : AsyncPageable<OrchestrationMetadata>
    {
        public override async IAsyncEnumerator<OrchestrationMetadata> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await Task.CompletedTask;
            foreach (var item in items) yield return item;
        }
    }
}
