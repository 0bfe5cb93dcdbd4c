namespace Certification.Domain.Intake;

/// <summary>One thing that is missing from a submission, with what to do about it.</summary>
/// <param name="Code">Stable reason code, such as <c>gap.evidence-missing</c>.</param>
/// <param name="Requirement">The rulebook's code of what is missing, such as <c>capability-evaluation</c> or <c>incident-response</c>.</param>
/// <param name="Clause">The clause that demands it.</param>
/// <param name="NextStep">What the applicant does now, in one sentence.</param>
/// <param name="EffortHours">Typical effort to close it, in hours; the gap list begins with the least.</param>
public sealed record Gap(
    string Code, string Requirement, string Clause, string Message, string NextStep, int EffortHours = 0);
