using Certification.Domain.Accountability;
using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Lifecycle;
using Certification.Domain.Submissions;
using Certification.Signing.StatusLists;
using Certification.Web.Pages;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;

namespace Certification.Web.Certificates;

/// <summary>A certificate as anybody sees it. The signed document says the rest; this says what became of it.</summary>
/// <param name="Reason">Why it has this status, in one sentence.</param>
/// <param name="System">Name and version.</param>
/// <param name="History">Every status that it had, the present one last; the same stands signed in its status record.</param>
/// <param name="Duties">Who answered for what, from when until when: the document says how it began, this how it went on.</param>
/// <param name="Recognitions">Latest answers of other authorities, as they sent them to us; theirs are the signed ones.</param>
public sealed record CertificateView(
    CertificateNumber Number,
    CertificateStatus Status,
    string? Reason,
    DateTimeOffset? Since,
    string Holder,
    string System,
    RiskTier Tier,
    ValidityView Validity,
    StatusListView StatusList,
    CertificateNumber? Successor,
    IReadOnlyList<StatusStep> History,
    IReadOnlyList<DutyLine> Duties,
    IReadOnlyList<RecognitionLine> Recognitions,
    CertificateLinks Links)
{
    /// <summary>The view of a certificate in force or once in force; null while it is not published.</summary>
    /// <param name="submission">The case that it came from.</param>
    public static CertificateView? Of(AuthorityProfile authority, CertificateRecord record, Submission submission) =>
        record is not { Status: { } status, Facts: { } facts } || submission.Status != SubmissionStatus.Certified
            ? null
            : new CertificateView(
                record.Number, status, record.Reason, record.Since, facts.Holder, $"{facts.SystemName} {facts.SystemVersion}", facts.Tier,
                new ValidityView(facts.NotBefore, facts.NotAfter), new StatusListView(record.Pointer.List, record.Pointer.Index),
                record.Successor,
                record.History ?? [],
                [.. DutyTenure.Of(submission).Select(tenure => DutyLine.Of(tenure, submission.Declaration))],
                [.. submission.Recognitions.Select(answer => new RecognitionLine(answer.Key, answer.Value.Verdict))],
                CertificateLinks.Of(authority, record.Number));
}

/// <summary>From when until when, in UTC.</summary>
public sealed record ValidityView(DateTimeOffset NotBefore, DateTimeOffset NotAfter);

/// <summary>The entry of the status list that the document points to.</summary>
public sealed record StatusListView(string Uri, int Index);

/// <summary>Somebody who answered for a duty.</summary>
/// <param name="Contact">Where complaints and orders reach this party.</param>
/// <param name="Until">Null while it answers.</param>
public sealed record DutyLine(string Duty, string Name, string Contact, DateTimeOffset From, DateTimeOffset? Until)
{
    internal static DutyLine Of(DutyTenure tenure, Declaration declaration)
    {
        var party = declaration.Parties.First(party => party.Id == tenure.Party);
        return new(tenure.Duty, party.Name, party.Contact, tenure.From, tenure.Until);
    }
}

/// <summary>What another authority answered.</summary>
/// <param name="Verdict">One of the four words, or <c>no-answer</c>.</param>
public sealed record RecognitionLine(string Authority, string Verdict);

/// <summary>Where the rest is.</summary>
/// <param name="Document">The signed XML.</param>
/// <param name="Page">For people.</param>
/// <param name="TrustList">What the signature is checked against, once the verifier trusts its publisher.</param>
/// <param name="StatusRecord">Its life, signed.</param>
/// <param name="Bundle">All that verifies it without a network, in one file.</param>
/// <param name="LogProof">That it is in the transparency log.</param>
/// <param name="Print">For paper.</param>
/// <param name="Verify">What each step of its verification proves, for people.</param>
public sealed record CertificateLinks(
    string Document, string Page, string TrustList, string StatusRecord, string Bundle, string LogProof, string Print, string Verify)
{
    internal static CertificateLinks Of(AuthorityProfile authority, CertificateNumber number) => new(
        $"{authority.PublicUrl}/{PublishCertificate.PathOf(number.Text)}",
        $"{authority.BaseUrl}/certificates/{number}",
        $"{authority.PublicUrl}/trust/trust-list.jws",
        $"{authority.PublicUrl}/{StatusPaths.Record(number)}",
        $"{authority.BaseUrl}/v1/certificates/{number}/bundle",
        $"{authority.BaseUrl}/v1/certificates/{number}/log-proof",
        $"{authority.BaseUrl}/certificates/{number}/print",
        VerifyAddress.Of(authority.BaseUrl, number, digest: null));
}
