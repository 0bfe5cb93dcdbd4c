using Certification.Domain.Rulebooks;

namespace Certification.Domain.Reviews;

/// <summary>The certification decision (ISO/IEC 17065:2012 §7.6).</summary>
/// <param name="Reasons">Why, one sentence each; at least one when refused, because a refusal is registered with its reasons.</param>
/// <param name="Decider">The person; the authority itself where the rulebook's lane decided.</param>
/// <param name="Lane">By which way the case came here.</param>
/// <param name="Conditions">Conditions that the certificate carries beside those of the rulebook, one sentence each.</param>
public sealed record CertificationDecision(
    Actor Decider, DecisionResult Result, IReadOnlyList<string> Reasons, IReadOnlyList<string> Conditions, DateTimeOffset At,
    ReviewLane Lane = ReviewLane.Assessed);

/// <summary>For or against.</summary>
public enum DecisionResult { Certify, Refuse }
