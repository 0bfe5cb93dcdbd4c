using Certification.Domain.Accountability;
using Certification.Domain.Certificates;
using Certification.Domain.Evidence;
using Certification.Domain.Intake;
using Certification.Domain.Reviews;
using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Decisions;

/// <summary>What a decision rested on, by digest, so that anybody who may see the parts derives it again. It is written in the
/// authority's view of the case: people stand under pseudonyms, and what is confidential as commitments. Its digest, over
/// <see cref="DomainJson.Bytes"/>, is in the audit chain and in the transparency log before a certificate is issued.</summary>
/// <param name="Authority">Code of the authority that decided, such as <c>XA</c>.</param>
/// <param name="Dossier">Digest of the sealed dossier that was judged.</param>
/// <param name="DossierVersion">How many times the applicant had handed in, from 1.</param>
/// <param name="Rulebook">The text that judged.</param>
/// <param name="Floor">The floor beneath it; null where the floor itself judged.</param>
/// <param name="TrustList">Digest of the trust list by which certificates of others counted.</param>
/// <param name="Evidence">Each file of the dossier with the report on it, in the dossier's order.</param>
/// <param name="Findings">Of all files, alone and against each other.</param>
/// <param name="Inherited">The certificate of the base model that was relied upon; null for none.</param>
/// <param name="Applicant">Who handed in.</param>
/// <param name="Parties">Everybody who answers for something, as declared when it was decided.</param>
/// <param name="PartyAnswers">What they had said by then, oldest first.</param>
/// <param name="Review">All rounds; what the assessors concluded is an input that nobody can derive.</param>
/// <param name="Decision">The verdict, by whom, why, and at which instant.</param>
/// <param name="Chain">The case's audit chain up to this record: who the persons were is said there.</param>
/// <param name="Software">What wrote this record, as <see cref="JudgingSoftware.Version"/> names it.</param>
public sealed record DecisionRecord(
    string Authority,
    string SubmissionId,
    Sha256Digest Dossier,
    int DossierVersion,
    RulebookReference Rulebook,
    RulebookReference? Floor,
    Sha256Digest TrustList,
    IReadOnlyList<PinnedEvidence> Evidence,
    Classification Classification,
    IReadOnlyList<RecordedFinding> Findings,
    InheritedEvidence? Inherited,
    Actor Applicant,
    IReadOnlyList<Party> Parties,
    IReadOnlyList<PartyAnswer> PartyAnswers,
    Review Review,
    CertificationDecision Decision,
    AuditPosition Chain,
    string Software)
{
    /// <summary>The record's name: SHA-256 over its canonical JSON.</summary>
    public Sha256Digest Digest() => Sha256Digest.Of(DomainJson.Bytes(this));
}

/// <summary>A place in a case's audit chain.</summary>
/// <param name="Entries">How many entries stand before it.</param>
/// <param name="Head">Hash of the last of them.</param>
public sealed record AuditPosition(int Entries, Sha256Digest Head);
