namespace Certification.Domain.Rulebooks;

/// <summary>How long an applicant or a holder has, in days.</summary>
/// <param name="MissingEvidenceDays">To close the gaps that intake names, before the submission lapses.</param>
/// <param name="MoreEvidenceDays">To supply what validation or an assessor asks for.</param>
/// <param name="OrphanedDutyDays">To find a successor when the owner of a duty has left, before the certificate is restricted.</param>
public sealed record Deadlines(int MissingEvidenceDays, int MoreEvidenceDays, int OrphanedDutyDays = 30);
