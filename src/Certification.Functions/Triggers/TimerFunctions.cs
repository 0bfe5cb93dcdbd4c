using Certification.Functions.Durable;
using Certification.Storage.Outbox;
using Certification.Workflows;
using Certification.Workflows.Port;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Certification.Functions.Triggers;

/// <summary>What runs by the clock, also when no request comes. The host runs each on one instance at a time.</summary>
public sealed class TimerFunctions(
    OutboxDispatcher outbox, IWorkflowClient workflows, DoorbellRinger bells, DurableClientSource clients)
{
    /// <summary>Delivers what calls that were cut off left in outboxes. Every minute: an act that was acknowledged waits no
    /// longer for its workflow.</summary>
    [Function("sweep-outbox")]
    public async Task SweepOutbox(
        [TimerTrigger("0 * * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken stop)
    {
        clients.Offer(client);
        await outbox.Sweep(TimeProvider.System.GetUtcNow(), stop);
    }

    /// <summary>Sees to it that the periodic re-certification sweep runs: starts it where it never ran, and wakes it, so that
    /// it does a sweep that is due although its own timer was lost.</summary>
    [Function("see-to-sweep")]
    public async Task SeeToSweep(
        [TimerTrigger("0 10 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken stop)
    {
        clients.Offer(client);
        var start = await workflows.Start(WorkflowNames.SweepCertificates, WorkflowNames.SweepId, new SweepInput(), stop);
        if (start == StartOutcome.AlreadyExists) await bells.Ring(WorkflowNames.SweepId, stop);
    }
}
