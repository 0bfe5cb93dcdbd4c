using Certification.Domain;
using Certification.Domain.Accountability;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Submissions;

namespace Certification.Domain.Tests;

/// <summary>Plain, valid things for tests to start from and break.</summary>
internal static class A
{
    internal static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    internal static readonly Actor Applicant = Person("ada", "Acme");
    internal static readonly Actor Assessor = Person("ben", "North Lab");
    internal static readonly Actor SecondAssessor = Person("cleo", "South Lab");
    internal static readonly Actor Decider = Person("dora", "Authority of XA");

    internal static Actor Person(string name, string organisation, string role = "") =>
        new("urn:test:issuer", name, organisation, role);

    internal static Declaration Declaration() => new(
        new SystemDeclaration(
            "acme/helper", "1.2.0", "Answers questions about deliveries.",
            [new ArtifactDigest("model.safetensors", Sha256Digest.Of("weights"u8))], null, ["deliveries-2025"], ["Knows no street names."]),
        ["text-generation"],
        new ContextOfUse("marketing", "Answers customers.", "none", ["general-public"], "thousands", "easily-reversed", "closed", "aligned"),
        [Acme]);

    internal static readonly Party Acme = new(
        "acme", "Acme", "provider", "XA", "mail@acme.example", ["overall-accountability", "complaint-handling", "incident-response"],
        Mandates: [Mandate("overall-accountability", "complaint-handling", "incident-response")]);

    internal static Mandate Mandate(params string[] duties) =>
        new(duties, "May take the system out of service.", new DutyResources(2, "10,000 EUR a year", "At all times"));

    /// <summary>Every party of a declaration accepts, each through a person of its own.</summary>
    internal static IReadOnlyList<PartyAnswer> Acceptances(Declaration declaration) =>
        [.. declaration.Parties.Select(party => Acceptance(declaration, party))];

    internal static PartyAnswer Acceptance(Declaration declaration, Party party) => new(
        party.Id, PartyAnswerKind.Accepted, DutyTerms.OfAll(declaration, party), Speaker(party), Monday);

    internal static Actor Speaker(Party party) => Person($"speaker of {party.Id}", party.Organisation ?? party.Name, "party");

    internal static EvidenceItem Evidence(string id = "e-1", DateTimeOffset? sealedAt = null) => new(
        id, "model-card", "card.md", 12, Sha256Digest.Of("card"u8), Visibility.Public, "Acme", "first-party", sealedAt);

    internal static Submission Draft() => Submission.Open("s-1", Applicant, Monday, Declaration());

    internal static Submission At(SubmissionStatus status) => Draft() with { Status = status };

    internal static Submission InReview(int assessors = 1) =>
        At(SubmissionStatus.InValidation).BeginReview(assessors).Value!;

    /// <summary>Reviewed, classified, and with somebody who answers for everything.</summary>
    internal static Submission Reviewed(params Actor[] by) => by
        .Aggregate(InReview(by.Length), (submission, assessor) => submission.Assign(assessor, Monday).Value!
            .Conclude(Conclusion(assessor)).Value!) with
        {
            Status = SubmissionStatus.AwaitingDecision,
            Classification = new Classification(RiskTier.Limited, []),
            PartyAnswers = Acceptances(Declaration()),
        };

    internal static Conclusion Conclusion(
        Actor assessor, Recommendation recommendation = Recommendation.Certify, params string[] wanted) =>
        new(0, assessor, recommendation, "Looked at everything.", [], wanted, Monday);

    internal static CertificationDecision Decision(
        Actor decider, DecisionResult result = DecisionResult.Certify, params string[] reasons) =>
        new(decider, result, reasons, [], Monday);

    internal static Finding Major() => new("evidence.run-cancelled", Severity.Major, "floor/1.0 §x", "The run was cancelled.");
}
