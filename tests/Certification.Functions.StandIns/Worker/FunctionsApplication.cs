using Certification.Functions.StandIns.Hub;
using Certification.Functions.StandIns.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Stands in for the worker's application.</summary>
public static class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(Host.CreateApplicationBuilder(args));
}

/// <summary>Stands in for the worker's builder.</summary>
public class FunctionsApplicationBuilder(HostApplicationBuilder host)
{
    public IServiceCollection Services => host.Services;

    public IHost Build() => host.Build();
}

/// <summary>Stands in for the worker's ASP.NET Core integration, and for the host that calls the functions.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.Services.AddHostedService<StandInHost>();
        return builder;
    }
}
