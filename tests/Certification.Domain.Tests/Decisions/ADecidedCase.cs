using Certification.Domain.Decisions;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Tests.Decisions;

/// <summary>A case taken from its declaration and files to a decision by the domain's own functions, as the workflow takes one, with
/// its record and everything that the record pins.</summary>
internal sealed class ADecidedCase
{
    internal static readonly Rulebook Rulebook = RulebookLibrary.InForceAt("XA");
    private static readonly Sha256Digest Chain = Sha256Digest.Of("chain"u8);
    private readonly IReadOnlyList<(EvidenceItem Item, FormatReading Reading)> _files;

    internal ADecidedCase(Declaration declaration, IReadOnlyList<(EvidenceItem Item, FormatReading Reading)> files)
    {
        _files = files;
        var tier = TierClassifier.Classify(Rulebook, declaration);
        var intake = A.Draft() with
        {
            Status = SubmissionStatus.InIntake, Declaration = declaration, Evidence = [.. files.Select(file => file.Item)],
            PartyAnswers = A.Acceptances(declaration),
        };
        Dossier = intake.NextDossier(Rulebook.Reference());
        var reports = files.Select((file, index) => EvidenceJudgement.Judge(
            Rulebook, tier.Tier, declaration, file.Item, file.Reading, A.Monday.AddMinutes(index))).ToList();
        var validated = intake.Accept(tier, Rulebook.Reference(), Dossier.Digest()).Value! with
        {
            Findings = DossierJudgement.Findings(Rulebook, Dossier.Evidence, reports),
        };
        Submission = Decided(validated);
        Record = DecisionRecording.Of(
            Submission, Dossier, reports.ToDictionary(report => Sha256Digest.Of(DomainJson.Bytes(report))), Rulebook,
            new RecordPlace("XA", Sha256Digest.Of("trust"u8), new AuditPosition(7, Chain)));
    }

    internal Submission Submission { get; }
    internal Dossier Dossier { get; }
    internal DecisionRecord Record { get; }

    /// <summary>Everything that the record pins, as an auditor with every right reads it.</summary>
    internal ReplayMaterial Material => new(
        Record,
        new(Rulebook, Rulebook.Reference().Digest),
        new(Dossier, Dossier.Digest()),
        _files.ToDictionary(file => file.Item.Id, file => new Fetched<FormatReading>(file.Reading, file.Item.Digest)),
        new Dictionary<string, string>());

    internal ReplayMaterial Without(string evidenceId) => Material with
    {
        Evidence = Material.Evidence.Where(file => file.Key != evidenceId).ToDictionary(),
        Missing = new Dictionary<string, string> { [ReplayMaterial.PartOf(evidenceId)] = "Confidential." },
    };

    private static Submission Decided(Submission validated)
    {
        if (validated.LaneOf(Rulebook) == ReviewLane.SelfDeclaration
            && validated.DecideByDeclaration(Rulebook, Actor.OfAuthority("XA"), A.Monday, A.Monday).Value! is { Decision: not null } declared)
        {
            return declared;
        }
        var assessors = new[] { A.Assessor, A.SecondAssessor }.Take(Rulebook.AssessedPlanFor(validated.Classification!.Tier).Assessors).ToList();
        var reviewed = assessors
            .Aggregate(validated.BeginReview(assessors.Count).Value!, (submission, assessor) => submission.Assign(assessor, A.Monday).Value!
                .Conclude(A.Conclusion(assessor)).Value!)
            .MoveTo(SubmissionStatus.AwaitingDecision).Value!;
        var certified = reviewed.Decide(A.Decision(A.Decider), Rulebook);
        return certified.Succeeded ? certified.Value : reviewed.Decide(A.Decision(A.Decider, DecisionResult.Refuse, "It does not hold."), Rulebook).Value!;
    }
}
