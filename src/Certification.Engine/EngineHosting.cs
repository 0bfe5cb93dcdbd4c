using Certification.Workflows.Port;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Certification.Engine;

/// <summary>Puts the embedded engine into a host.</summary>
public static class EngineHosting
{
    /// <summary>Registers <see cref="EmbeddedEngine"/>, the same object as <see cref="IWorkflowClient"/>, and a hosted
    /// service that starts and stops it. Needs a <see cref="WorkflowRegistry"/> in the container, and the business
    /// <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddEmbeddedEngine(
        this IServiceCollection services, Func<IServiceProvider, EngineOptions> options) => services
        .AddSingleton(provider => new EmbeddedEngine(
            options(provider),
            provider.GetRequiredService<WorkflowRegistry>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EmbeddedEngine>>()))
        .AddSingleton<IWorkflowClient>(provider => provider.GetRequiredService<EmbeddedEngine>())
        .AddHostedService<EngineService>();

    private sealed class EngineService(EmbeddedEngine engine) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => engine.StartAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => engine.StopAsync(cancellationToken);
    }
}
