using Certification.Functions.Durable;
using Certification.Storage;
using Certification.Storage.Inbox;
using Certification.Workflows.Port;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Certification.Functions.Hosting;

/// <summary>Registers Durable Functions as the engine behind the port.</summary>
internal static class DurableEngine
{
    /// <summary>Needs <see cref="AuthorityStorage"/>, <see cref="WorkflowRegistry"/> and a <see cref="TimeProvider"/> of business time.</summary>
    public static IServiceCollection AddDurableEngine(this IServiceCollection services) => services
        .AddSingleton<DurableClientSource>()
        .AddSingleton<DoorbellRinger>()
        .AddSingleton(provider => new PayloadStore(
            provider.GetRequiredService<AuthorityStorage>().Container(StorageNames.WorkflowsContainer)))
        .AddSingleton(provider => new EventInbox(Table(provider), provider.GetRequiredService<PayloadStore>()))
        .AddSingleton(provider => new StartRegister(Table(provider), provider.GetRequiredService<PayloadStore>()))
        .AddSingleton<InstanceDesk>()
        .AddSingleton<IWorkflowClient, FunctionsWorkflowClient>()
        .AddSingleton(provider => new DurableWorkflows(
            provider.GetRequiredService<WorkflowRegistry>(),
            provider.GetRequiredService<PayloadStore>(),
            provider.GetRequiredService<InstanceDesk>(),
            provider.GetRequiredService<DoorbellRinger>(),
            provider.GetRequiredService<DurableClientSource>(),
            provider.GetRequiredService<ILogger<DurableWorkflows>>()));

    private static Azure.Data.Tables.TableClient Table(IServiceProvider provider) =>
        provider.GetRequiredService<AuthorityStorage>().Table(StorageNames.OrchestrationsTable);
}
