namespace Certification.Domain.Rulebooks;

/// <summary>How long an applicant has, in days.</summary>
/// <param name="MissingEvidenceDays">To close the gaps that intake names, before the submission lapses.</param>
/// <param name="MoreEvidenceDays">To supply what validation or an assessor asks for.</param>
public sealed record Deadlines(int MissingEvidenceDays, int MoreEvidenceDays);
