using Certification.Workflows.Port;

namespace Certification.Engine.Tests.Contract;

/// <summary>Activities of the contract's workflows. What they saw comes back as their result, so that the suite can run
/// against an engine in another process.</summary>
internal static class ContractActivities
{
    public static readonly ActivityName<int, int> Double = new("contract-double");

    /// <summary>Fails in as many attempts as its input says, then answers with the number of the attempt.</summary>
    public static readonly ActivityName<int, int> Flaky = new("contract-flaky");

    /// <summary>Answers with the call's operation id.</summary>
    public static readonly ActivityName<int, string> Operation = new("contract-operation");

    /// <summary>Answers with a text of as many characters as its input says.</summary>
    public static readonly ActivityName<int, string> Text = new("contract-text");

    public static WorkflowRegistry Register(WorkflowRegistry registry) => registry
        .Add(Double, () => new Act<int, int>((_, number) => number * 2))
        .Add(Flaky, () => new Act<int, int>((context, failures) =>
            context.Attempt > failures ? context.Attempt : throw new InvalidOperationException($"attempt {context.Attempt} of the test")))
        .Add(Operation, () => new Act<int, string>((context, _) => context.OperationId))
        .Add(Text, () => new Act<int, string>((_, length) => new string('x', length)));
}

/// <summary>An activity made of a function.</summary>
internal sealed class Act<TInput, TResult>(Func<ActivityContext, TInput, TResult> run) : IActivity<TInput, TResult>
{
    public Task<TResult> Run(ActivityContext context, TInput input, CancellationToken cancellation) =>
        Task.FromResult(run(context, input));
}

/// <summary>A workflow made of a function.</summary>
internal sealed class Flow<TInput, TResult>(Func<WorkflowContext, TInput, Task<TResult>> run) : IWorkflow<TInput, TResult>
{
    public Task<TResult> Run(WorkflowContext context, TInput input) => run(context, input);
}
