using Certification.Domain.Intake;

namespace Certification.Domain.Rulebooks;

/// <summary>How an assessment of one tier is staffed and timed. All times count from the assignment, in days.</summary>
/// <param name="Assessors">People who assess independently of each other, and of whom none may decide.</param>
/// <param name="ReminderAfterDays">An assessor who did not conclude is reminded.</param>
/// <param name="EscalationAfterDays">An officer hears that nobody concluded; later than the reminder.</param>
/// <param name="DueAfterDays">The assessment has to be concluded; not before the escalation.</param>
/// <param name="DecisionDueAfterDays">From the last conclusion to the certification decision.</param>
public sealed record ReviewPlan(
    RiskTier Tier,
    int Assessors,
    int ReminderAfterDays,
    int EscalationAfterDays,
    int DueAfterDays,
    int DecisionDueAfterDays);
