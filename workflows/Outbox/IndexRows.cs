using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Submissions;

namespace Certification.Workflows.Outbox;

/// <summary>Names of the lists.</summary>
public static class IndexNames
{
    /// <summary>Submissions of one organisation: partition = organisation in lower case, key = submission id.</summary>
    public const string Submissions = "submissions";

    /// <summary>Cases for the authority's people: partition = the status as a word, or <see cref="All"/>; key = submission id.</summary>
    public const string Cases = "cases";

    /// <summary>The public directory of certificates: partition <see cref="All"/>, key = number.</summary>
    public const string Certificates = "certificates";

    /// <summary>The public directory of recognitions: partition <see cref="All"/>, key = number.</summary>
    public const string Recognitions = "recognitions";

    /// <summary>The refusal register: partition <see cref="All"/>, key = submission id; rows are <c>RefusalEntry</c>.</summary>
    public const string Refusals = "refusals";

    /// <summary>The partition of lists that are not divided.</summary>
    public const string All = "all";
}

/// <summary>A submission in a list.</summary>
/// <param name="System">Name and version.</param>
public sealed record CaseRow(
    string Id, string System, string Organisation, SubmissionStatus Status, RiskTier? Tier, DateTimeOffset UpdatedAt);

/// <summary>A certificate in the directory.</summary>
/// <param name="System">Name and version.</param>
public sealed record CertificateRow(
    CertificateNumber Number, CertificateStatus Status, string Holder, string System, RiskTier Tier,
    DateTimeOffset NotBefore, DateTimeOffset NotAfter);

/// <summary>A recognition in the directory.</summary>
/// <param name="Issuer">Code of the authority that issued the certificate.</param>
/// <param name="Verdict"><c>recognised</c>, <c>conditional</c>, <c>undetermined</c> or <c>refused</c>.</param>
public sealed record RecognitionRow(
    string Number, string Issuer, string Verdict, string Holder, string System, DateTimeOffset AsOf);
