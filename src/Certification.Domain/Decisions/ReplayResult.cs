namespace Certification.Domain.Decisions;

/// <summary>What deriving a decision again gave.</summary>
/// <param name="Differences">Each place where the derived is not the recorded; in the order of the record.</param>
/// <param name="Undetermined">What could not be derived, and why.</param>
/// <param name="Derived">How much was derived.</param>
public sealed record ReplayResult(
    ReplayOutcome Outcome, IReadOnlyList<ReplayDifference> Differences, IReadOnlyList<ReplayDoubt> Undetermined, ReplayedDecision Derived);

/// <summary>The answer in one word.</summary>
public enum ReplayOutcome
{
    /// <summary>Everything that the record says follows from what it pins.</summary>
    Same,

    /// <summary>At least one thing does not.</summary>
    Differs,

    /// <summary>Nothing was found to differ, and something could not be looked at.</summary>
    Undetermined,
}

/// <summary>A place where the derived is not the recorded.</summary>
/// <param name="Item">Such as <c>tier</c>, <c>evidence/e-3</c>, <c>findings</c> or <c>verdict</c>.</param>
/// <param name="Recorded">What the record says; <c>nothing</c> where it is silent.</param>
/// <param name="Derived">What follows from what the record pins.</param>
public sealed record ReplayDifference(string Item, string Recorded, string Derived);

/// <summary>Something that could not be derived.</summary>
public sealed record ReplayDoubt(string Item, string Reason);

/// <summary>What was derived.</summary>
/// <param name="Tier">In words; null when it could not be derived.</param>
/// <param name="Files">How many evidence files were read again and judged.</param>
/// <param name="Findings">How many findings they gave, alone and against each other.</param>
/// <param name="Verdict"><c>certify</c> or <c>refuse</c>; null when it could not be derived.</param>
/// <param name="RecordedSoftware">What judged then.</param>
/// <param name="Software">What judged now.</param>
public sealed record ReplayedDecision(
    string? Tier, int Files, int Findings, string? Verdict, IReadOnlyList<string> RecordedSoftware, string Software)
{
    /// <summary>True when one build judged then and now.</summary>
    public bool IsSameSoftware => RecordedSoftware.All(version => version == Software);
}
