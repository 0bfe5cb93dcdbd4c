using Certification.Domain;
using Certification.Domain.Accountability;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;
using Certification.Testing.Certificates;

namespace Certification.Workflows.Tests.Activities;

/// <summary>A case of XA that has been decided in favour and has everything that its rulebook demands.</summary>
internal static class DecidedCase
{
    internal const string Id = "s-1";
    internal static readonly Rulebook Rulebook = RulebookLibrary.InForceAt("XA");

    private static readonly ContextOfUse Context = new(
        "marketing", "Drafts advertisements.", "none", ["general-public"], "thousands", "easily-reversed", "closed", "aligned");

    /// <summary>Somebody who speaks for the only party.</summary>
    internal static readonly Actor Speaker = new("urn:test", "ada", "Acme", "party");

    internal static Submission Submission()
    {
        var declaration = Declaration();
        var classification = TierClassifier.Classify(Rulebook, declaration);
        var decision = new CertificationDecision(
            new Actor("urn:test", "dora", "Authority", "decider"), DecisionResult.Certify, [], ["Logs are kept."], SampleDraft.Day);
        return Domain.Submissions.Submission.Open(Id, new Actor("urn:test", "ada", "Acme", "applicant"), SampleDraft.Day, declaration) with
        {
            Status = SubmissionStatus.InIssuance,
            Evidence = Evidence(classification.Tier, declaration),
            Classification = classification,
            Decision = decision,
            PartyAnswers = [new PartyAnswer("acme", PartyAnswerKind.Accepted, DutyTerms.OfAll(declaration, declaration.Parties[0]), Speaker, SampleDraft.Day)],
        };
    }

    private static IReadOnlyList<string> Duties => [.. Rulebook.Duties.Select(duty => duty.Code)];

    private static Declaration Declaration()
    {
        SystemDeclaration system = new(
            "acme/helper", "1.2.0", "Drafts advertisements.", [new ArtifactDigest("model.safetensors", Sha256Digest.Of("weights"u8))],
            null, ["ads-2025"], ["Knows no prices."]);
        Mandate mandate = new(Duties, "May withdraw the system.", new DutyResources(2, "10,000 EUR a year", "At all times"));
        Party acme = new(
            "acme", "Acme", "provider", "XA", "mail@acme.example", Duties, Mandates: [mandate]);
        return new Declaration(system, ["text-generation"], Context, [acme]);
    }

    private static IReadOnlyList<EvidenceItem> Evidence(RiskTier tier, Declaration declaration) =>
    [
        .. EvidencePlan.For(Rulebook, tier, declaration).Select((required, index) => new EvidenceItem(
            $"e-{index}", required.Kind.Code, "file", 4, Sha256Digest.Of("file"u8),
            index == 0 ? Visibility.Confidential : Visibility.Public, "Acme", "third-party", SampleDraft.Day,
            Salt: "00112233445566778899aabbccddeeff")),
    ];
}
