using Certification.Domain.Accountability;
using Certification.Domain.Certificates;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Submissions;

/// <summary>A submission and everything that has been decided about it: the state of the case. Immutable; each verb in
/// the stage folders answers with the next state or with a refusal.</summary>
/// <param name="Id">URL-safe, such as <c>s-9f2c…</c>.</param>
/// <param name="Applicant">Who opened it; nobody else on the applicant's side sees it but the same organisation.</param>
/// <param name="OpenedAt">Business time.</param>
/// <param name="Declaration">As it stands; a sealed dossier keeps its own copy.</param>
/// <param name="Evidence">Declared items, sealed or not.</param>
/// <param name="Dossiers">Digests of the sealed dossier versions, oldest first.</param>
/// <param name="Classification">Set by intake.</param>
/// <param name="Gaps">What intake or the review found missing; empty when nothing is.</param>
/// <param name="Deadline">By when the applicant must act; null when it is not the applicant's turn.</param>
/// <param name="Findings">Of the last validation, all items together.</param>
/// <param name="Reports">Digests of the sealed reports of that validation, one for each item.</param>
/// <param name="Review">Assignments and conclusions, all rounds.</param>
/// <param name="CertificateNumber">Set when a number is reserved.</param>
/// <param name="Recognitions">Answers of other authorities, by their codes.</param>
/// <param name="Rulebook">The text by which the last sealed dossier is judged; null before the first is sealed.</param>
/// <param name="PartyAnswers">What the accountable parties said, oldest first; null while none has said anything.</param>
/// <param name="Successions">Duties that pass to another party, oldest first; null for none.</param>
/// <param name="CommittedDraft">The draft that the certificate is signed from; null until issuing commits to one.</param>
/// <param name="DecisionRecord">Digest of the record of the decision (<see cref="Decisions.DecisionRecord"/>); null until it is made.</param>
/// <param name="Salt">Random, hexadecimal; what withheld fields of the declaration are committed to with.</param>
public sealed record Submission(
    string Id,
    Actor Applicant,
    DateTimeOffset OpenedAt,
    SubmissionStatus Status,
    Declaration Declaration,
    IReadOnlyList<EvidenceItem> Evidence,
    IReadOnlyList<Sha256Digest> Dossiers,
    Classification? Classification,
    IReadOnlyList<Gap> Gaps,
    DateTimeOffset? Deadline,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Sha256Digest> Reports,
    Review Review,
    CertificationDecision? Decision,
    string? CertificateNumber,
    IReadOnlyDictionary<string, RecognitionAnswer> Recognitions,
    RulebookReference? Rulebook = null,
    IReadOnlyList<PartyAnswer>? PartyAnswers = null,
    IReadOnlyList<Succession>? Successions = null,
    Sha256Digest? CommittedDraft = null,
    string? Salt = null,
    EffortDeclaration? Effort = null,
    InheritedEvidence? Inherited = null,
    Sha256Digest? DecisionRecord = null)
{
    /// <summary>A new draft.</summary>
    public static Submission Open(string id, Actor applicant, DateTimeOffset at, Declaration declaration) => new(
        id, applicant, at, SubmissionStatus.Draft, declaration, [], [], null, [], null, [], [],
        Review.NotBegun, null, null, new Dictionary<string, RecognitionAnswer>());

    /// <summary>Moves on, if the table of moves has the step.</summary>
    public Outcome<Submission> MoveTo(SubmissionStatus next) => SubmissionMoves.IsAllowed(Status, next)
        ? this with { Status = next }
        : OutOfStep($"move to {Word(next)}");

    /// <summary>The refusal for an act that the present status does not allow.</summary>
    public Refusal OutOfStep(string act) => new(
        RefusalKind.OutOfStep, "submission.out-of-step",
        $"Submission {Id} is at step '{Word(Status)}', which does not allow to {act}.",
        $"GET /v1/submissions/{Id} shows the step and who acts next.");

    /// <summary>The word that people and JSON use for a status.</summary>
    public static string Word(SubmissionStatus status) =>
        System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString());
}
