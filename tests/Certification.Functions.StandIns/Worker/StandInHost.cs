using Certification.Functions.StandIns.Hub;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;

namespace Certification.Functions.StandIns.Worker;

/// <summary>Calls the program's functions as a Functions host would: HTTP on Kestrel, orchestrations on a hub in memory, timers
/// at start and every minute.</summary>
internal sealed class StandInHost(IServiceProvider services) : BackgroundService
{
    private static readonly TimeSpan TimerPause = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var functions = new StandInFunctions(services);
        StandInClient? client = null;
        await using var hub = new StandInHub
        {
            Orchestrator = functions.Orchestrate,
            Activity = (name, input, stop) => functions.Act(name, input, client!, stop),
        };
        client = new StandInClient(hub);

        var http = functions.Triggered<HttpTriggerAttribute>().Single();
        await using var web = WebApplication.CreateSlimBuilder().Build();
        web.Map("{*path}", (HttpContext context) => functions.Run(http, context.Request, client, context.RequestAborted));
        await web.StartAsync(stoppingToken);
        do
        {
            foreach (var timer in functions.Triggered<TimerTriggerAttribute>())
                await functions.Run(timer, new TimerInfo(), client, stoppingToken);
            await Task.Delay(TimerPause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!stoppingToken.IsCancellationRequested);
    }
}
