using Certification.Domain.Certificates;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Domain.Rulebooks;

/// <summary>How a jurisdiction judges certificates that others issued.</summary>
/// <param name="Issuers">Authorities whose certificates are considered; no entry means no rule, hence undetermined.</param>
/// <param name="SectorsNotRecognised">Sectors in which only the jurisdiction's own certificate counts.</param>
/// <param name="MaxCertificateAgeDays">An older certificate has to be renewed before it is recognised.</param>
/// <param name="Conditions">What the jurisdiction adds; each that holds makes the recognition conditional.</param>
public sealed record RecognitionPlan(
    IReadOnlyList<RecognisedIssuer> Issuers,
    IReadOnlyList<string> SectorsNotRecognised,
    int MaxCertificateAgeDays,
    IReadOnlyList<RecognitionCondition> Conditions)
{
    /// <summary>The entry for an issuer; null when there is no rule for it.</summary>
    public RecognisedIssuer? ForIssuer(string authority) => Issuers.FirstOrDefault(issuer => issuer.Authority == authority);

    /// <summary>Conditions that this jurisdiction imposes on a certificate, in the order of the rulebook.</summary>
    public IReadOnlyList<RecognitionCondition> ConditionsFor(RecognitionFacts facts) =>
        [.. Conditions.Where(condition => condition.IsImposedOn(facts))];
}

/// <summary>An issuer whose certificates are considered.</summary>
/// <param name="Authority">Such as <c>XA</c>.</param>
/// <param name="FloorVersions">Versions of the floor that count as equivalent.</param>
public sealed record RecognisedIssuer(string Authority, IReadOnlyList<string> FloorVersions);

/// <summary>A condition that is imposed at recognition.</summary>
/// <param name="Id">Such as <c>RC-XB-0001</c>.</param>
/// <param name="Description">Why, in words that the holder understands.</param>
/// <param name="From">Imposed from this tier on.</param>
/// <param name="When">Over <c>certificate</c>, which is a <see cref="RecognitionFacts"/>.</param>
/// <param name="Imposes">The condition that the statement of recognition carries.</param>
/// <param name="Origin">Clause prefix of the document that it comes from; set when it is read, not written.</param>
public sealed record RecognitionCondition(
    string Id,
    string Description,
    RiskTier From,
    LogicExpression When,
    CertificateCondition Imposes,
    IReadOnlyList<RuleTest> Tests,
    string? Origin = null)
{
    /// <summary>The clause to cite.</summary>
    public string Clause => $"{Origin} §{Id}";

    /// <summary>Whether it is imposed; a rule that cannot be evaluated is, since it may not be lost for being unclear.</summary>
    public bool IsImposedOn(RecognitionFacts facts) =>
        facts.Tier >= From && RuleEvaluation.HoldsOrCannotTell(When, facts.ToData());
}
