using Certification.Domain.Rulebooks.CertLogic;

namespace Certification.Domain.Rulebooks;

/// <summary>A use that no evidence makes acceptable, so that no certificate is issued for it (EU AI Act, Art. 5, has such a list).</summary>
/// <param name="Id">Such as <c>BU-FLOOR-0001</c>; never reused for another meaning.</param>
/// <param name="Description">Why, in words that an applicant understands.</param>
/// <param name="When">Over <c>system</c>, <c>capabilities</c> and <c>context</c> of the declaration.</param>
/// <param name="Tests">At least one for which it holds and one for which it does not.</param>
/// <param name="Origin">Clause prefix of the document that it comes from; set when it is read, not written.</param>
public sealed record BarredUse(
    string Id, string Description, LogicExpression When, IReadOnlyList<RuleTest> Tests, string? Origin = null)
{
    /// <summary>The clause to cite.</summary>
    public string Clause => $"{Origin} §{Id}";
}
