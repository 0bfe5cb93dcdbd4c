using Certification.Domain;
using Certification.Domain.Accountability;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;
using Certification.Storage.Audit;
using Certification.Workflows.Activities.Submissions;
using Microsoft.Extensions.DependencyInjection;

namespace Certification.Web.Tests.Support;

/// <summary>Submissions for tests to begin with.</summary>
public static class Sample
{
    /// <summary>A declaration whose form is right.</summary>
    public static Declaration Declaration { get; } = new(
        new SystemDeclaration(
            "Sample/Model-1B", "1.0", "Sorts letters by topic.", [new ArtifactDigest("model.safetensors", Sha256Digest.Of("weights"u8))],
            null, ["letters"], ["Misreads handwriting."]),
        ["text-classification"],
        new ContextOfUse("marketing", "Sorts incoming letters.", "advises", ["general-public"], "hundreds", "easily-reversed", "closed", "aligned"),
        [new Party("acme", "Acme Ltd", "provider", "XA", "complaints@acme.example", Duties, Mandates: [Mandate])]);

    private static string[] Duties => ["overall-accountability", "complaint-handling", "incident-response"];

    private static Mandate Mandate => new(
        Duties, "May take the system out of service.", new DutyResources(1, "1,000 EUR a year", "Monday to Friday"));

    /// <summary>Opens a submission over HTTP.</summary>
    public static async Task<Reply> Open(Person applicant) =>
        (await applicant.Post("/v1/submissions", Declaration, key: Guid.NewGuid().ToString())).Is(System.Net.HttpStatusCode.Created);

    /// <summary>Puts a case straight into storage at a step to which the journey would lead it, without its workflow.</summary>
    /// <returns>Its id and ETag.</returns>
    public static async Task<(string Id, string ETag)> At(
        AuthorityFixture authority, Person applicant, SubmissionStatus status, params Person[] assessors)
    {
        var now = TimeProvider.System.GetUtcNow();
        var assignments = assessors.Select(assessor => new Assignment(1, assessor.Actor, now)).ToList();
        var conclusions = assessors.Select(assessor => new Conclusion(1, assessor.Actor, Recommendation.Certify, "Fit.", [], [], now)).ToList();
        var submission = Submission.Open($"s-{Guid.NewGuid():N}", applicant.Actor, now, Declaration) with
        {
            Status = status,
            PartyAnswers = [new PartyAnswer("acme", PartyAnswerKind.Accepted, DutyTerms.OfAll(Declaration, Declaration.Parties[0]), applicant.Actor, now)],
            Classification = new Classification(RiskTier.Limited, []),
            Review = new Review(1, Math.Max(1, assessors.Length), assignments, status == SubmissionStatus.InReview ? [] : conclusions),
        };
        var opened = await authority.Services.GetRequiredService<CaseFiles>().Open(
            submission, "seed", AuditEntry.Of(applicant.Actor, now, "submission.opened", new { }), null, [], TestContext.Current.CancellationToken);
        return (submission.Id, opened.Value!.ETag);
    }
}
