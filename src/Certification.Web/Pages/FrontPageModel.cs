using Certification.Web.Certificates;
using Certification.Web.Http;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Recognition;

namespace Certification.Web.Pages;

/// <summary>What the front page shows.</summary>
/// <param name="Rulebook">Name of the version in force, such as <c>xa-1.0.0</c>.</param>
public sealed record FrontPageModel(
    AuthorityProfile Authority, string Rulebook, PageOf<CertificateLine> Certificates, PageOf<RecognitionRow> Recognitions);
