using System.Text.Json;
using Microsoft.DurableTask;

namespace Certification.Functions.Durable;

/// <summary>How an orchestration calls the activities that reach inbox and payloads. They only read and write storage, so
/// they are tried for days: a workflow must not fail because storage was away.</summary>
internal sealed class EngineCalls(TaskOrchestrationContext durable)
{
    private static readonly TaskOptions TriedForDays = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 2_000, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(2), retryTimeout: null));

    /// <summary>Calls one of <see cref="EngineActivities"/>.</summary>
    public async Task<TResult> Call<TResult>(string activity, object message) =>
        Wire.Read<TResult>(await durable.CallActivityAsync<JsonElement>(activity, Wire.Of(message), TriedForDays));
}
