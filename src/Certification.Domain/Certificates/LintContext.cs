using Certification.Domain.Intake;
using Certification.Domain.Rulebooks;

namespace Certification.Domain.Certificates;

/// <summary>What the rulebook in force demands of a certificate of this tier: the lints compare the draft with it.</summary>
/// <param name="Duties">Duty codes that must have an owner.</param>
/// <param name="Evidence">Evidence kinds that the summary must show.</param>
/// <param name="MaximumValidity">Longest validity that the rulebook allows.</param>
/// <param name="Accountability">What stands against issuance in the accountability graph; empty when somebody answers for everything.</param>
/// <param name="SurveillanceRequired">Whether the rulebook plans surveillance for this tier.</param>
/// <param name="Lane">By which way the case was decided.</param>
public sealed record LintContext(
    IReadOnlyList<string> Duties,
    IReadOnlyList<string> Evidence,
    TimeSpan MaximumValidity,
    bool SurveillanceRequired,
    IReadOnlyList<Gap>? Accountability = null,
    ReviewLane Lane = ReviewLane.Assessed);

/// <summary>What a lint has against a draft.</summary>
/// <param name="Code">Stable reason code, such as <c>lint.number-belongs-to-issuer</c>.</param>
/// <param name="Clause">What the lint rests on.</param>
/// <param name="Message">What is wrong, with the value found.</param>
public sealed record LintFinding(string Code, string Clause, string Message);

/// <summary>One thing that must be true of a draft before it may be signed.</summary>
public interface ICertificateLint
{
    /// <summary>Stable reason code, the class name in kebab-case behind <c>lint.</c>.</summary>
    string Code { get; }

    /// <summary>The clause, standard or design decision that the lint rests on.</summary>
    string Clause { get; }

    /// <summary>What is wrong, one sentence for each fault; empty when nothing is.</summary>
    IEnumerable<string> Check(CertificateDraft draft, LintContext context);
}
