namespace Certification.Workflows.Port;

/// <summary>A workflow: deterministic code over a <see cref="WorkflowContext"/>. One object serves one turn of one
/// instance; it may keep state in fields, rebuilt by replay.</summary>
public interface IWorkflow<TInput, TResult>
{
    /// <summary>Runs the workflow to its result.</summary>
    Task<TResult> Run(WorkflowContext context, TInput input);
}
