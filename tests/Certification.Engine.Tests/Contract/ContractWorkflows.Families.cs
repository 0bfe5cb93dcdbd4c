using Certification.Workflows.Port;

namespace Certification.Engine.Tests.Contract;

internal static partial class ContractWorkflows
{
    /// <summary>Calls <see cref="FiveSteps"/> as a sub-workflow, so many at once, and adds up the results.</summary>
    public static readonly WorkflowName<int, int> Parent = new("contract-parent");

    /// <summary>Calls a child that throws, and returns what it is told.</summary>
    public static readonly WorkflowName<int, string> ParentOfFailing = new("contract-parent-of-failing");

    /// <summary>Calls a child that waits for "go" under the id that is its input, and returns what it is told.</summary>
    public static readonly WorkflowName<string, string> ParentOfWaiting = new("contract-parent-of-waiting");

    private static void AddFamilyWorkflows(WorkflowRegistry registry, int version)
    {
        Add(registry, version, Parent, async (context, children) =>
        {
            var calls = Enumerable.Range(1, children)
                .Select(n => context.CallSubWorkflow(FiveSteps, n, $"{context.InstanceId}.{n}")).ToList();
            return (await Task.WhenAll(calls)).Sum();
        });
        Add(registry, version, ParentOfFailing, async (context, _) =>
        {
            try
            {
                return await context.CallSubWorkflow(Throwing, 0, $"{context.InstanceId}.child");
            }
            catch (SubWorkflowFailedException failure)
            {
                return $"{failure.ChildInstanceId}: {failure.Reason}";
            }
        });
        Add(registry, version, ParentOfWaiting, async (context, childId) =>
        {
            try
            {
                return await context.CallSubWorkflow(Echo, "hello from the child", childId);
            }
            catch (SubWorkflowFailedException failure)
            {
                return failure.Reason;
            }
        });
    }
}
