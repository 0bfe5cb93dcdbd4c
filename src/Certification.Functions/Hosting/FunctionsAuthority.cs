using Certification.Functions.Durable;
using Certification.Functions.Http;
using Certification.Hosting;
using Certification.Hosting.Settings;
using Certification.Storage.Outbox;
using Certification.Web;
using Certification.Web.Http;
using Certification.Workflows.Port;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Certification.Functions.Hosting;

/// <summary>Puts one authority together on Azure Functions: what every host has, with Durable Functions as its engine. It is a
/// whole web application with a container of its own, inside the worker's.</summary>
public static class FunctionsAuthority
{
    /// <summary>Builds and starts the inner application.</summary>
    /// <exception cref="SettingsException">A setting is wrong; nothing has been touched.</exception>
    public static async Task<WebApplication> Start(WebApplicationBuilder builder)
    {
        var settings = AuthoritySettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        await builder.Services.AddAuthority(settings);
        builder.Services.AddDurableEngine().AddSingleton<IEngineHealth, FunctionsHealth>();
        builder.Services.AddSingleton<FunctionsServer>().AddSingleton<IServer>(provider => provider.GetRequiredService<FunctionsServer>());
        if (settings.IsDevelopment) builder.Services.AddHostedService<ClockWatch>();
        builder.Services.Configure<ForwardedHeadersOptions>(TrustTheHost);
        var app = builder.Build();
        app.UseForwardedHeaders();
        app.MapCertification();
        await app.StartAsync();
        return app;
    }

    /// <summary>Gives the worker's container what the functions need of the inner application.</summary>
    public static IServiceCollection AddFunctionsOf(this IServiceCollection services, WebApplication authority) => services
        .AddSingleton(authority.Services.GetRequiredService<DurableWorkflows>())
        .AddSingleton(authority.Services.GetRequiredService<DurableClientSource>())
        .AddSingleton(authority.Services.GetRequiredService<DoorbellRinger>())
        .AddSingleton(authority.Services.GetRequiredService<FunctionsServer>())
        .AddSingleton(authority.Services.GetRequiredService<OutboxDispatcher>())
        .AddSingleton(authority.Services.GetRequiredService<IWorkflowClient>());

    /// <summary>Only the Functions host can reach the worker: what it says of the caller's address is so.</summary>
    private static void TrustTheHost(ForwardedHeadersOptions options)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
    }
}
