namespace Certification.Functions.Durable;

/// <summary>One attempt of an activity, on its way to the function that runs it.</summary>
/// <param name="OperationId">Names the call for ever; equal in all attempts.</param>
/// <param name="Attempt">Counted from 1.</param>
/// <param name="Input">JSON, or a reference to it.</param>
/// <param name="Trace">The trace that the instance continues (<see cref="Storage.Telemetry.CarriedTrace"/>).</param>
internal sealed record ActivityCall(string InstanceId, string OperationId, int Attempt, string Input, string? Trace = null);

/// <summary>What an attempt came to. A failure is a value: Durable Functions loses the types of exceptions on the way.</summary>
/// <param name="Result">JSON, or a reference to it; null after a failure.</param>
/// <param name="Failure">What went wrong, without a stack trace; null after a success.</param>
internal sealed record ActivityAnswer(string? Result, string? Failure);
