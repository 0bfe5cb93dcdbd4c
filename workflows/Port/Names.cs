namespace Certification.Workflows.Port;

/// <summary>An activity by its durable name, with the types that go in and out. The name is in histories: never reuse it.</summary>
public sealed record ActivityName<TInput, TResult>(string Name);

/// <summary>A workflow by its durable name, with the types that go in and out. The name is in histories: never reuse it.</summary>
public sealed record WorkflowName<TInput, TResult>(string Name);

/// <summary>An event by its durable name, with the type of what it carries.</summary>
public sealed record EventName<TEvent>(string Name);
