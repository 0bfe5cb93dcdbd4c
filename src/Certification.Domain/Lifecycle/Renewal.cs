using Certification.Domain.Certificates;
using Certification.Domain.Submissions;

namespace Certification.Domain.Lifecycle;

/// <summary>Periodic re-certification: a new submission that begins with everything of the old one.</summary>
public static class Renewal
{
    /// <summary>The id of the submission that renews a certificate: one per certificate, whoever notices first that it is due.</summary>
    public static string SubmissionId(CertificateNumber number) => $"renewal-{number.Text.ToLowerInvariant()}";

    /// <summary>Opens the renewal, handed in already, with the evidence and what validation read from it: intake then finds
    /// which of it still holds, and asks for exactly what does not.</summary>
    public static Submission Open(Submission previous, CertificateNumber number, DateTimeOffset at) =>
        Submission.Open(SubmissionId(number), previous.Applicant, at, previous.Declaration with { Renews = number.Text }) with
        {
            Evidence = previous.Evidence,
            Reports = previous.Reports,
            PartyAnswers = previous.PartyAnswers,
            Status = SubmissionStatus.InIntake,
            Salt = previous.Salt,
        };
}
