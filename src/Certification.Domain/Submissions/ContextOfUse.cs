namespace Certification.Domain.Submissions;

/// <summary>The second axis of risk. All codes are from the rulebook's taxonomy.</summary>
/// <param name="Sector">Where it is used, such as <c>employment</c>, <c>health</c> or <c>marketing</c>.</param>
/// <param name="Use">What it does there, in one sentence.</param>
/// <param name="Role">Its part in a decision: <c>none</c>, <c>advises</c>, <c>decides-with-review</c> or <c>decides</c>.</param>
/// <param name="Affected">Who bears the errors, such as <c>general-public</c>, <c>workers</c>, <c>minors</c>.</param>
/// <param name="Scale">How many people a year: <c>hundreds</c>, <c>thousands</c>, <c>millions</c>.</param>
/// <param name="Reversibility"><c>easily-reversed</c>, <c>reversed-with-effort</c> or <c>irreversible</c>.</param>
/// <param name="Access">Who gets at the model: <c>closed</c>, <c>api</c> or <c>open-weights</c>.</param>
/// <param name="Incentive">What the deployer gains from errors going unnoticed: <c>aligned</c>, <c>mixed</c> or <c>adverse</c>.</param>
/// <param name="Environment">What surrounds the model: <c>contained</c>, <c>guarded</c> or <c>permissive</c>. Who does not say so
/// is judged as <c>permissive</c>, the worst.</param>
public sealed record ContextOfUse(
    string Sector,
    string Use,
    string Role,
    IReadOnlyList<string> Affected,
    string Scale,
    string Reversibility,
    string Access,
    string Incentive,
    string Environment = "permissive");
