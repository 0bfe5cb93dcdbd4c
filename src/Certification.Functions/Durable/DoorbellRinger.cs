using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Certification.Functions.Durable;

/// <summary>Rings the doorbells of instances. A bell that is lost delays a workflow until its next look by itself; it loses
/// no event, because events stand in the inbox.</summary>
public sealed class DoorbellRinger(DurableClientSource source, ILogger<DoorbellRinger> log)
{
    private const string Look = "look";

    /// <summary>Tells an instance to look into its inbox.</summary>
    public async Task Ring(string instanceId, CancellationToken cancellation)
    {
        try
        {
            var client = await source.Client(cancellation);
            await client.RaiseEventAsync(instanceId, DurableRun.Doorbell, Wire.Of(Look), cancellation);
        }
        catch (Exception notRung) when (!cancellation.IsCancellationRequested)
        {
            DurableLog.BellNotRung(log, notRung, instanceId);
        }
    }

    /// <summary>Tells every instance: business time was set forward, which happens in Development only.</summary>
    public async Task RingAll(CancellationToken cancellation)
    {
        var client = await source.Client(cancellation);
        var running = new OrchestrationQuery { Statuses = [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending] };
        await foreach (var instance in client.GetAllInstancesAsync(running).WithCancellation(cancellation))
            await Ring(instance.InstanceId, cancellation);
    }

    /// <summary>Tells an instance that its code ran outside its turn; it fails itself then. Called on that foreign thread,
    /// which cannot wait.</summary>
    public void ReportStray(string instanceId) => _ = Task.Run(async () =>
    {
        try
        {
            var client = await source.Client(CancellationToken.None);
            await client.RaiseEventAsync(instanceId, DurableRun.Doorbell, Wire.Of(DurableRun.Strayed));
        }
        catch (Exception notRung)
        {
            DurableLog.BellNotRung(log, notRung, instanceId);
        }
    });
}
