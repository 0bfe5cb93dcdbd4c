namespace Certification.Signing.Log;

/// <summary>What an audit, or a step of one, came to.</summary>
public enum LogAuditOutcome
{
    /// <summary>It holds.</summary>
    Valid,

    /// <summary>Something that is needed for an answer is missing.</summary>
    Undetermined,

    /// <summary>The log contradicts itself, or what it said before.</summary>
    Invalid,
}

/// <summary>One step of an audit.</summary>
/// <param name="Step"><c>checkpoint</c>, <c>witnesses</c>, <c>tree</c>, <c>history</c> or <c>entries</c>.</param>
/// <param name="Says">What it proved, or what was wrong, in one sentence.</param>
/// <param name="Code">Reason code; null where it holds.</param>
public sealed record LogAuditStep(string Step, LogAuditOutcome Outcome, string Says, string? Code);

/// <summary>What an audit found.</summary>
/// <param name="Steps">In their order, to the first that did not hold.</param>
/// <param name="Checkpoint">The one that was audited; null when none opened.</param>
/// <param name="Entries">The entries' bytes.</param>
public sealed record LogAuditReport(
    IReadOnlyList<LogAuditStep> Steps, WitnessedCheckpoint? Checkpoint, IReadOnlyList<ReadOnlyMemory<byte>> Entries)
{
    /// <summary>The worst outcome of its steps.</summary>
    public LogAuditOutcome Outcome => Steps.Max(step => step.Outcome);
}
