using Certification.Workflows.Port;

namespace Certification.Functions.Durable;

/// <summary>How an orchestration ended. It is returned as a value also when the workflow failed: what Durable Functions keeps
/// of an exception is sometimes nothing.</summary>
/// <param name="Result">JSON, or a reference to it, when completed.</param>
/// <param name="Reason">Why, when failed or terminated.</param>
internal sealed record RunEnd(WorkflowStatus Status, string? Result, string? Reason);
