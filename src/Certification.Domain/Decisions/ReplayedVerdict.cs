using Certification.Domain.Accountability;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Decisions;

/// <summary>The verdict, derived again. In the lane of self-declaration the rules alone decide. Elsewhere a person did, and what is
/// derived is whether the rules let that person: by whom, after whose review, and with nothing left open.</summary>
internal static class ReplayedVerdict
{
    /// <summary><c>certify</c> or <c>refuse</c>; null when the rules lead to neither.</summary>
    public static string? Of(
        DecisionRecord record, Rulebook rulebook, Dossier dossier, Classification classification, IReadOnlyList<Finding> findings,
        IReadOnlyList<string> withheld, ReplayNotes notes)
    {
        var undecided = Undecided(record, dossier, classification, findings);
        notes.Compare("lane", record.Decision.Lane, undecided.LaneOf(rulebook));
        var (decided, objection) = record.Decision.Lane == ReviewLane.SelfDeclaration
            ? ByRules(undecided, record, rulebook)
            : ByPerson(undecided, record, rulebook, notes);
        if (decided is { } result)
        {
            notes.Compare("verdict", Word(record.Decision.Result), Word(result));
            return Word(result);
        }
        // What was accepted for a duty is bound to the whole declaration, of which a part cannot be seen.
        if (withheld.Count > 0) notes.Doubt("verdict", objection!);
        else notes.Differs("verdict", Word(record.Decision.Result), objection);
        return null;
    }

    // The case as it stood before the decision.
    private static Submission Undecided(
        DecisionRecord record, Dossier dossier, Classification classification, IReadOnlyList<Finding> findings) =>
        Submission.Open(
            record.SubmissionId, record.Applicant, record.Decision.At, dossier.Declaration with { Parties = record.Parties }) with
        {
            Status = record.Decision.Lane == ReviewLane.SelfDeclaration ? SubmissionStatus.InValidation : SubmissionStatus.AwaitingDecision,
            Evidence = dossier.Evidence,
            Dossiers = [.. Enumerable.Repeat(record.Dossier, record.DossierVersion)],
            Classification = classification,
            Findings = findings,
            Review = record.Review,
            PartyAnswers = record.PartyAnswers,
        };

    private static (DecisionResult? Result, string? Objection) ByRules(Submission undecided, DecisionRecord record, Rulebook rulebook)
    {
        if (undecided.Declaration.Statement is null) return (null, "nothing, since the dossier holds no statement by the provider");
        var at = record.Decision.At;
        var decided = undecided.DecideByDeclaration(rulebook, Actor.OfAuthority(record.Authority), at, at);
        return decided.Succeeded
            ? (decided.Value.Decision?.Result, $"no certificate on the declaration: the case is {Submission.Word(decided.Value.Status)}")
            : (null, decided.Refusal.Message);
    }

    private static (DecisionResult? Result, string? Objection) ByPerson(
        Submission undecided, DecisionRecord record, Rulebook rulebook, ReplayNotes notes)
    {
        var needed = rulebook.AssessedPlanFor(undecided.Classification!.Tier).Assessors;
        notes.Compare("review/assessors", record.Review.AssessorsNeeded, needed);
        if (record.Review with { AssessorsNeeded = needed } is not { IsComplete: true, Result: not Recommendation.MoreEvidence })
            notes.Differs("review", "closed", $"open: {record.Review.ThisRound.Count()} of {needed} concluded for a decision");
        var decided = undecided.Decide(record.Decision, rulebook);
        return decided.Succeeded
            ? (decided.Value.Decision!.Result, null)
            : (null, $"not allowed: {decided.Refusal.Code} ({decided.Refusal.Message})");
    }

    private static string Word(DecisionResult result) => result.ToString().ToLowerInvariant();
}
