using Certification.Engine.Tests.Contract;
using Certification.Functions.ContractApp;
using Certification.Functions.Durable;
using Certification.Functions.Hosting;
using Certification.Functions.Http;
using Certification.Storage;
using Certification.Workflows.Port;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

// The engine contract's workflows on a Functions host, with an API by which the suite drives them from outside.
var inner = WebApplication.CreateSlimBuilder(args);
var storage = AuthorityStorage.Open(
    StorageAddress.FromConnectionString(inner.Configuration["AzureWebJobsStorage"]!), inner.Configuration["Contract:Prefix"] ?? "contract");
await storage.CreateMissing();
var clock = await BusinessClock.Open(storage, mayAdvance: true);
inner.Services.AddSingleton(storage).AddSingleton<TimeProvider>(clock).AddSingleton(ContractWorkflows.Registry());
inner.Services.AddDurableEngine();
inner.Services.AddSingleton<FunctionsServer>().AddSingleton<IServer>(provider => provider.GetRequiredService<FunctionsServer>());
var contract = inner.Build();
ContractApi.Map(contract, async by =>
{
    await clock.Advance(by);
    await contract.Services.GetRequiredService<DoorbellRinger>().RingAll(CancellationToken.None);
});
await contract.StartAsync();

var worker = FunctionsApplication.CreateBuilder(args);
worker.ConfigureFunctionsWebApplication();
worker.Services.AddSingleton(contract.Services.GetRequiredService<DurableWorkflows>());
worker.Services.AddSingleton(contract.Services.GetRequiredService<DurableClientSource>());
worker.Services.AddSingleton(contract.Services.GetRequiredService<FunctionsServer>());
await worker.Build().RunAsync();
