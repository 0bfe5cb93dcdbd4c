using Certification.Domain.Intake;

namespace Certification.Domain.Rulebooks;

/// <summary>Something for which a party answers, such as incident response.</summary>
/// <param name="Code">Such as <c>incident-response</c>; parties declare it.</param>
/// <param name="From">Needs an owner from this tier on.</param>
/// <param name="EffortHours">Typical effort to find and bind an owner; orders the gap list.</param>
/// <param name="MandateFrom">From this tier on its owner states authority and resources; null for wherever the duty applies.</param>
/// <param name="ActsAlone">Its owner asks for nobody's consent before it acts.</param>
/// <param name="WithinReach">An owner or an authorised representative stands in the authority's own country.</param>
/// <param name="Origin">Clause prefix of the document that the duty comes from; set when it is read, not written.</param>
public sealed record Duty(
    string Code, string Title, RiskTier From, int EffortHours,
    RiskTier? MandateFrom = null, bool ActsAlone = false, bool WithinReach = false, string? Origin = null)
{
    /// <summary>The clause to cite.</summary>
    public string Clause => $"{Origin} §duty.{Code}";
}
