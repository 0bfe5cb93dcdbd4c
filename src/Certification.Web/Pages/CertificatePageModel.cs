using Certification.Domain.Certificates;
using Certification.Web.Certificates;
using Certification.Workflows.Activities;

namespace Certification.Web.Pages;

/// <summary>What a certificate's page shows.</summary>
/// <param name="Verdict">Of the published document, as of now.</param>
/// <param name="Certificate">What the document says; null when its signature does not hold, and then nothing of it is shown.</param>
/// <param name="HasCredential">Whether it was published as verifiable credential too.</param>
public sealed record CertificatePageModel(
    AuthorityProfile Authority, CertificateView View, VerificationVerdict Verdict, Certificate? Certificate, bool HasCredential);
