using Certification.Workflows.Port;

namespace Certification.Engine.Tests.Contract;

internal static partial class ContractWorkflows
{
    /// <summary>Asks for another activity every time it is run, replays included.</summary>
    public static readonly WorkflowName<int, int> Fickle = new("contract-fickle");

    /// <summary>Sets another timer every time it is run, and nothing of it is in the history yet.</summary>
    public static readonly WorkflowName<int, int> FickleTimer = new("contract-fickle-timer");

    /// <summary>Awaits a task that is not its context's.</summary>
    public static readonly WorkflowName<int, int> Foreign = new("contract-foreign");

    /// <summary>Races an event against a task that is not its context's.</summary>
    public static readonly WorkflowName<int, int> HalfForeign = new("contract-half-foreign");

    private static int _runs;

    private static void AddStrayWorkflows(WorkflowRegistry registry, int version)
    {
        Add(registry, version, Fickle, async (context, _) =>
        {
            if (Interlocked.Increment(ref _runs) % 2 == 0) await context.CallActivity(ContractActivities.Double, 1);
            else await context.CallActivity(ContractActivities.Operation, 1);
            while (true) await context.WaitForEvent(Go);
        });
        Add(registry, version, FickleTimer, async (context, _) =>
        {
            var timer = context.CreateTimer(context.CurrentUtcTime.AddHours(Interlocked.Increment(ref _runs)));
            while (await Task.WhenAny(context.WaitForEvent(Go), timer) != timer) context.Log("went");
            return 1;
        });
        Add(registry, version, Foreign, async (_, milliseconds) =>
        {
            await Task.Delay(milliseconds);
            return 1;
        });
        Add(registry, version, HalfForeign, async (context, milliseconds) =>
        {
            await Task.WhenAny(context.WaitForEvent(Go), Task.Delay(milliseconds));
            return 1;
        });
    }
}
