using Certification.Domain.Evidence;

namespace Certification.Domain.Reviews;

/// <summary>The assessor review over all rounds of a case. Earlier rounds stay, because whoever assessed in any of them
/// may not decide.</summary>
/// <param name="Round">From 1; 0 before the first.</param>
/// <param name="AssessorsNeeded">Conclusions needed in this round.</param>
public sealed record Review(
    int Round, int AssessorsNeeded, IReadOnlyList<Assignment> Assignments, IReadOnlyList<Conclusion> Conclusions)
{
    /// <summary>No round yet.</summary>
    public static Review NotBegun { get; } = new(0, 0, [], []);

    /// <summary>Conclusions of the present round.</summary>
    public IEnumerable<Conclusion> ThisRound => Conclusions.Where(conclusion => conclusion.Round == Round);

    /// <summary>True when as many assessors have concluded as the tier needs, or one of them wants more evidence.</summary>
    public bool IsComplete => Round > 0
        && (ThisRound.Count() >= AssessorsNeeded || Result == Recommendation.MoreEvidence);

    /// <summary>What the round adds up to: one assessor who wants more evidence is enough to ask for it, one who
    /// advises refusal is enough to advise it.</summary>
    public Recommendation Result =>
        ThisRound.Any(conclusion => conclusion.Recommendation == Recommendation.MoreEvidence) ? Recommendation.MoreEvidence
        : ThisRound.All(conclusion => conclusion.Recommendation == Recommendation.Certify) ? Recommendation.Certify
        : Recommendation.Refuse;
}

/// <summary>An assessor took the case in a round.</summary>
public sealed record Assignment(int Round, Actor Assessor, DateTimeOffset At);

/// <summary>What one assessor concluded.</summary>
/// <param name="Wanted">With <see cref="Recommendation.MoreEvidence"/>: what is wanted, one sentence each.</param>
public sealed record Conclusion(
    int Round, Actor Assessor, Recommendation Recommendation, string Rationale,
    IReadOnlyList<Finding> Findings, IReadOnlyList<string> Wanted, DateTimeOffset At);

/// <summary>What an assessor recommends to the decider.</summary>
public enum Recommendation { Certify, Refuse, MoreEvidence }
