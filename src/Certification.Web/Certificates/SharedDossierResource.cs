using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Domain.Evidence;
using Certification.Domain.Submissions;
using Certification.Web.Access;
using Certification.Web.Http;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Activities.Submissions;

namespace Certification.Web.Certificates;

/// <summary><c>GET /v1/certificates/{number}/dossier</c>: what a certificate rests on, in the authority view; for regulators abroad,
/// who have to judge it and are told nothing that is confidential.</summary>
public static class SharedDossierResource
{
    /// <summary>Maps the resource.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/v1/certificates/{number}/dossier", Read)
            .RequireRoles(Roles.Regulator, Roles.Assessor, Roles.Decider, Roles.Officer, Roles.Auditor)
            .WithSummary("Shows declaration, evidence and findings behind a certificate; what is confidential as commitments.")
            .Produces<SharedDossier>().AnswersProblems(404);

    private static async Task<IResult> Read(
        string number, CertificateFiles certificates, CaseFiles cases, CancellationToken cancellation)
    {
        var record = CertificateNumber.TryParse(number, out var parsed) ? (await certificates.Find(parsed.Text, cancellation))?.State : null;
        if (record?.Status is null) return ProblemAnswer.From(CertificateFiles.NotFound(number));
        var submission = (await cases.Read(record.SubmissionId, cancellation)).SeenBy(Visibility.Authority);
        return TypedResults.Ok(new SharedDossier(
            record.Number, submission.Declaration, submission.Evidence, submission.Findings, submission.Dossiers));
    }
}

/// <summary>What authorities share of a certified case.</summary>
public sealed record SharedDossier(
    CertificateNumber Number, Declaration Declaration, IReadOnlyList<EvidenceItem> Evidence, IReadOnlyList<Finding> Findings,
    IReadOnlyList<Sha256Digest> Dossiers);
