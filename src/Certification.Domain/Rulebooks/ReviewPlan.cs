using Certification.Domain.Intake;

namespace Certification.Domain.Rulebooks;

/// <summary>How an assessment of one tier is staffed and timed. All times count from the assignment, in days.</summary>
/// <param name="Assessors">People who assess independently of each other, and of whom none may decide; 0 in the lane of
/// self-declaration.</param>
/// <param name="ReminderAfterDays">An assessor who did not conclude is reminded.</param>
/// <param name="EscalationAfterDays">An officer hears that nobody concluded; later than the reminder.</param>
/// <param name="DueAfterDays">The assessment has to be concluded; not before the escalation.</param>
/// <param name="DecisionDueAfterDays">From the last conclusion to the certification decision.</param>
/// <param name="SelfDeclaration">There exactly where the lane is self-declaration.</param>
/// <param name="Origin">Clause prefix of the document that the plan comes from; set when it is read, not written.</param>
public sealed record ReviewPlan(
    RiskTier Tier,
    int Assessors,
    int ReminderAfterDays,
    int EscalationAfterDays,
    int DueAfterDays,
    int DecisionDueAfterDays,
    ReviewLane Lane = ReviewLane.Assessed,
    SelfDeclarationTerms? SelfDeclaration = null,
    string? Origin = null)
{
    /// <summary>The clause to cite.</summary>
    public string Clause => $"{Origin} §reviewPlans.{Tier.ToString().ToLowerInvariant()}";
}

/// <summary>By which way a tier comes to a certificate.</summary>
public enum ReviewLane
{
    /// <summary>Assessors review, and somebody else decides.</summary>
    Assessed,

    /// <summary>The provider declares and answers for it; the evidence is judged by machine, and a share is audited afterwards.
    /// For the lowest tier only.</summary>
    SelfDeclaration,
}

/// <summary>What a provider has to declare where nobody assesses, and how that is watched.</summary>
/// <param name="Statement">The words that the provider repeats in its declaration.</param>
/// <param name="StatementMaxAgeDays">Counted from the day on which the statement was signed.</param>
/// <param name="AuditShare">Share of the certificates that are audited afterwards, above 0 and at most 1.</param>
/// <param name="AuditWithinDays">From issue to the audit's due day.</param>
public sealed record SelfDeclarationTerms(string Statement, int StatementMaxAgeDays, double AuditShare, int AuditWithinDays);
