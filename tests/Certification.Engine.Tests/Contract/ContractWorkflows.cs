using Certification.Workflows.Port;

namespace Certification.Engine.Tests.Contract;

/// <summary>The workflows that the contract suite runs. Register them in the engine under test.</summary>
internal static partial class ContractWorkflows
{
    public static readonly EventName<string> Go = new("go");
    public static readonly EventName<string> Note = new("note");

    /// <summary>Five steps, one after the other; doubles its input five times.</summary>
    public static readonly WorkflowName<int, int> FiveSteps = new("contract-five-steps");

    public static readonly WorkflowName<int, int> Retrying = new("contract-retrying");
    public static readonly WorkflowName<int, string> GivingUp = new("contract-giving-up");
    public static readonly WorkflowName<int, int> FanOut = new("contract-fan-out");
    public static readonly WorkflowName<int, string[]> Operations = new("contract-operations");
    public static readonly WorkflowName<int, string> Throwing = new("contract-throwing");
    public static readonly WorkflowName<int, int> LongText = new("contract-long-text");
    public static readonly WorkflowName<string, string> Echo = new("contract-echo");
    public static readonly WorkflowName<int, int> PinnedVersion = new("contract-pinned-version");

    /// <summary>The version under which all of them are registered.</summary>
    public const int Version = 3;

    private static readonly RetryPolicy Quick = new(3, TimeSpan.FromMilliseconds(5), 2.0, TimeSpan.FromMilliseconds(20));

    public static WorkflowRegistry Registry(int version = Version)
    {
        var registry = ContractActivities.Register(new WorkflowRegistry());
        Add(registry, version, FiveSteps, async (context, number) =>
        {
            for (var step = 0; step < 5; step++) number = await context.CallActivity(ContractActivities.Double, number);
            return number;
        });
        Add(registry, version, Retrying, (context, failures) => context.CallActivity(ContractActivities.Flaky, failures, Quick));
        Add(registry, version, GivingUp, async (context, failures) =>
        {
            try
            {
                return $"attempt {await context.CallActivity(ContractActivities.Flaky, failures, Quick)}";
            }
            catch (ActivityFailedException failure)
            {
                return $"{failure.Activity}: {failure.Reason}";
            }
        });
        Add(registry, version, FanOut, async (context, width) =>
        {
            var calls = Enumerable.Range(1, width).Select(n => context.CallActivity(ContractActivities.Double, n)).ToList();
            return (await Task.WhenAll(calls)).Sum();
        });
        Add(registry, version, Operations, async (context, count) =>
        {
            var ids = new List<string>();
            for (var n = 0; n < count; n++) ids.Add(await context.CallActivity(ContractActivities.Operation, n));
            return [.. ids];
        });
        Add(registry, version, Throwing, (_, _) => throw new InvalidOperationException("thrown by the workflow"));
        Add(registry, version, LongText, async (context, length) =>
        {
            var text = await context.CallActivity(ContractActivities.Text, length);
            var returned = await context.WaitForEvent(Note);
            return text == returned ? text.Length : -1;
        });
        Add(registry, version, Echo, async (context, text) =>
        {
            await context.WaitForEvent(Go);
            return text;
        });
        Add(registry, version, PinnedVersion, async (context, _) =>
        {
            // The step that a later version of the code has before the wait of the earlier.
            if (context.Version > Version) await context.CallActivity(ContractActivities.Double, 1);
            await context.WaitForEvent(Go);
            return context.Version;
        });
        AddEventWorkflows(registry, version);
        AddFamilyWorkflows(registry, version);
        AddStrayWorkflows(registry, version);
        return registry;
    }

    private static void Add<TInput, TResult>(
        WorkflowRegistry registry, int version, WorkflowName<TInput, TResult> name,
        Func<WorkflowContext, TInput, Task<TResult>> run) =>
        registry.Add(name, version, () => new Flow<TInput, TResult>(run));
}
