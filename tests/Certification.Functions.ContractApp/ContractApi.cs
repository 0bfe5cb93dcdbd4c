using System.Text.Json;
using Certification.Storage;
using Certification.Workflows.Port;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Certification.Functions.ContractApp;

/// <summary>The port's client over HTTP, for a contract suite in another process.</summary>
public static class ContractApi
{
    /// <summary>Maps the calls. The application's services hold an <see cref="IWorkflowClient"/>.</summary>
    /// <param name="advance">Sets business time forward and wakes who waits for it.</param>
    public static void Map(IEndpointRouteBuilder app, Func<TimeSpan, Task> advance)
    {
        app.MapPost("/contract/starts", (ContractStart start, IWorkflowClient client, CancellationToken stop) =>
            client.Start(new WorkflowName<JsonElement, JsonElement>(start.Workflow), start.InstanceId, start.Input, stop));
        app.MapPost("/contract/events", (ContractEvent sent, IWorkflowClient client, CancellationToken stop) =>
            client.RaiseEvent(sent.InstanceId, new EventName<JsonElement>(sent.Name), sent.EventId, sent.Payload, stop));
        app.MapPost("/contract/terminations", (ContractTermination end, IWorkflowClient client, CancellationToken stop) =>
            client.Terminate(end.InstanceId, end.Reason, stop));
        app.MapGet("/contract/instances/{id}", async (string id, IWorkflowClient client, CancellationToken stop) =>
            await client.Query(id, stop) is { } state ? Results.Ok(state) : Results.NotFound());
        app.MapPost("/contract/clock", (ContractJump jump) => advance(jump.By));
    }
}

/// <summary>A start.</summary>
public sealed record ContractStart(string Workflow, string InstanceId, JsonElement Input);

/// <summary>An event.</summary>
public sealed record ContractEvent(string InstanceId, string Name, string EventId, JsonElement Payload);

/// <summary>A termination.</summary>
public sealed record ContractTermination(string InstanceId, string Reason);

/// <summary>A jump of business time.</summary>
public sealed record ContractJump(TimeSpan By);
