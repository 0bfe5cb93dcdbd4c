using Certification.Domain.Evidence;
using Certification.Domain.Intake;

namespace Certification.Cli.Journey;

/// <summary>What has become of a journey, for its summary and for tests.</summary>
/// <param name="Gaps">What intake asked for at first.</param>
/// <param name="Findings">What validation found.</param>
/// <param name="RefusedDecision">Reason code with which the assessor's decision was refused.</param>
/// <param name="RefusalReasons">Why certification was refused; null when it was granted.</param>
/// <param name="Recognition">XB's verdict.</param>
/// <param name="Verdicts">What <c>certify verify</c> said of each copy.</param>
/// <param name="LogEntries">Entries of XA's log that <c>certify log verify</c> verified, under a checkpoint that XB cosigned.</param>
/// <param name="RecognitionAfterWithdrawal">XB's verdict after XA withdrew.</param>
/// <param name="RenewalId">The submission that the due certificate opened.</param>
public sealed record JourneyRecord(
    string? SubmissionId = null,
    IReadOnlyList<Gap>? Gaps = null,
    Classification? Classification = null,
    IReadOnlyList<Finding>? Findings = null,
    string? RefusedDecision = null,
    IReadOnlyList<string>? RefusalReasons = null,
    string? Number = null,
    string? Recognition = null,
    IReadOnlyDictionary<string, string>? Verdicts = null,
    int? LogEntries = null,
    string? RecognitionAfterWithdrawal = null,
    string? SecondNumber = null,
    string? RenewalId = null)
{
    /// <summary>True when the certificate was issued by XA and recognised by XB, with or without conditions.</summary>
    public bool Succeeded => Number is not null && Recognition is "recognised" or "conditional";
}
