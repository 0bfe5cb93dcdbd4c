using System.Text.Json;
using Certification.Domain.Intake;
using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Domain.Rulebooks;

/// <summary>What the rules of recognition may read of a foreign certificate.</summary>
/// <param name="Evidence">Kinds of evidence in the certificate's summary.</param>
/// <param name="Conditions">Codes of the conditions that the issuer imposed.</param>
/// <param name="Assessment">Whether people assessed the system, or its provider declared for it.</param>
public sealed record RecognitionFacts(
    RiskTier Tier,
    string Sector,
    string Role,
    string Access,
    IReadOnlyList<string> Capabilities,
    IReadOnlyList<string> Evidence,
    IReadOnlyList<string> Conditions,
    ReviewLane Assessment = ReviewLane.Assessed)
{
    /// <summary>The data that expressions see: these facts under <c>certificate</c>.</summary>
    internal LogicData ToData() => LogicData.From(JsonSerializer.SerializeToElement(new { Certificate = this }, DomainJson.Options));
}
