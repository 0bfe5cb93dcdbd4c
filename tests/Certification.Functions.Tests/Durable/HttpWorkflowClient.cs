using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Certification.Functions.ContractApp;
using Certification.Workflows.Port;

namespace Certification.Functions.Tests.Durable;

/// <summary>The port's client of an engine in another process, over the contract app's API.</summary>
internal sealed class HttpWorkflowClient(HttpClient http) : IWorkflowClient
{
    public Task<StartOutcome> Start<TInput, TResult>(
        WorkflowName<TInput, TResult> workflow, string instanceId, TInput input, CancellationToken cancellation = default) =>
        Post<ContractStart, StartOutcome>("/contract/starts", new(workflow.Name, instanceId, Json(input)));

    public Task<RaiseOutcome> RaiseEvent<TEvent>(
        string instanceId, EventName<TEvent> name, string eventId, TEvent payload, CancellationToken cancellation = default) =>
        Post<ContractEvent, RaiseOutcome>("/contract/events", new(instanceId, name.Name, eventId, Json(payload)));

    public Task<bool> Terminate(string instanceId, string reason, CancellationToken cancellation = default) =>
        Post<ContractTermination, bool>("/contract/terminations", new(instanceId, reason));

    public async Task<WorkflowState?> Query(string instanceId, CancellationToken cancellation = default)
    {
        using var answer = await http.GetAsync($"/contract/instances/{instanceId}", cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<WorkflowState>(cancellation);
    }

    /// <summary>Sets the engine's business time forward.</summary>
    public async Task Advance(TimeSpan by)
    {
        using var answer = await http.PostAsJsonAsync("/contract/clock", new ContractJump(by));
        answer.EnsureSuccessStatusCode();
    }

    private async Task<TAnswer> Post<TBody, TAnswer>(string path, TBody body)
    {
        using var answer = await http.PostAsJsonAsync(path, body);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{path} was answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<TAnswer>())!;
    }

    private static JsonElement Json<T>(T value) => JsonSerializer.SerializeToElement(value, WorkflowJson.Options);
}
