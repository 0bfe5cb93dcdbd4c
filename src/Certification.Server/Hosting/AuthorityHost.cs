using Certification.Engine;
using Certification.Hosting;
using Certification.Hosting.Running;
using Certification.Hosting.Settings;
using Certification.Storage;
using Certification.Web;
using Certification.Web.Http;
using Certification.Workflows.Port;

namespace Certification.Server.Hosting;

/// <summary>Puts one authority together on one machine: what every host has, and the embedded engine.</summary>
public static class AuthorityHost
{
    /// <summary>Builds the application; nothing runs yet, but storage and keys are there when it returns.</summary>
    /// <exception cref="SettingsException">Storage, keys or trust do not fit the settings.</exception>
    public static async Task<WebApplication> Build(WebApplicationBuilder builder, ServerSettings settings)
    {
        await builder.Services.AddAuthority(settings.Authority);
        AddEngine(builder.Services, settings);
        var app = builder.Build();
        app.MapCertification();
        return app;
    }

    private static void AddEngine(IServiceCollection services, ServerSettings settings)
    {
        services.AddSingleton(provider => new EmbeddedEngine(
            EngineOptions.For(provider.GetRequiredService<AuthorityStorage>(), settings.Node.Folder) with { LeaseDuration = TimeSpan.FromSeconds(settings.Engine.LeaseSeconds) },
            provider.GetRequiredService<WorkflowRegistry>(),
            provider.GetRequiredService<BusinessClock>(),
            provider.GetRequiredService<ILogger<EmbeddedEngine>>()));
        services.AddSingleton<IWorkflowClient>(provider => provider.GetRequiredService<EmbeddedEngine>());
        services.AddSingleton<IEngineHealth, EngineHealth>();
        services.AddHostedService<EngineHost>().AddHostedService<OutboxPump>();
    }
}
