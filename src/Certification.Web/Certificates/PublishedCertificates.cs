using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Certificates;

/// <summary>Certificates as the public sees them: what is not published yet is not there.</summary>
public sealed class PublishedCertificates(CertificateFiles certificates, CaseFiles cases, AuthorityProfile authority)
{
    /// <summary>The certificate, or <c>certificate.not-found</c>.</summary>
    public async Task<Outcome<PublishedCertificate>> Find(string number, CancellationToken cancellation)
    {
        if (!CertificateNumber.TryParse(number, out var parsed)) return CertificateFiles.NotFound(number);
        if (await certificates.Find(parsed.Text, cancellation) is not { } record) return CertificateFiles.NotFound(number);
        var submission = await cases.Read(record.State.SubmissionId, cancellation);
        return CertificateView.Of(authority, record.State, submission) is { } view
            ? new PublishedCertificate(view, record.ETag)
            : CertificateFiles.NotFound(number);
    }
}

/// <summary>A published certificate and the ETag of its record.</summary>
public sealed record PublishedCertificate(CertificateView View, string ETag);
