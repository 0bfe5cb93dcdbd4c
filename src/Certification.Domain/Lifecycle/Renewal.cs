using Certification.Domain.Certificates;
using Certification.Domain.Submissions;

namespace Certification.Domain.Lifecycle;

/// <summary>Periodic re-certification: a new submission that begins with everything of the old one that still holds.</summary>
public static class Renewal
{
    /// <summary>The id of the submission that renews a certificate: one per certificate, whoever notices first that it is due.</summary>
    public static string SubmissionId(CertificateNumber number) => $"renewal-{number.Text.ToLowerInvariant()}";

    /// <summary>Opens the renewal, handed in already: intake then asks for exactly what is stale or missing.</summary>
    /// <param name="stillValid">Items of the last dossier that the rulebook would still accept.</param>
    public static Submission Open(Submission previous, CertificateNumber number, IReadOnlyList<EvidenceItem> stillValid) =>
        Submission.Open(SubmissionId(number), previous.Applicant, previous.Declaration with { Renews = number.Text }) with
        {
            Evidence = stillValid,
            Status = SubmissionStatus.InIntake,
        };
}
