using Certification.Functions.Hosting;
using Certification.Hosting.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The composition root of one authority on Azure Functions. The functions in Triggers are all that the host sees; behind
// them is the same authority as on one machine.
const long HostBodyLimit = 100L << 20; // The host takes no more; evidence goes straight to blob storage.
try
{
    var authority = await FunctionsAuthority.Start(WebApplication.CreateSlimBuilder(
        new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory }));
    var builder = FunctionsApplication.CreateBuilder(args);
    builder.ConfigureFunctionsWebApplication();
    builder.Services.AddFunctionsOf(authority);
    builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = HostBodyLimit);
    await builder.Build().RunAsync();
    await authority.DisposeAsync();
    return 0;
}
catch (SettingsException wrong)
{
    await Console.Error.WriteLineAsync($"certification-functions: {wrong.Message}");
    return 64;
}
