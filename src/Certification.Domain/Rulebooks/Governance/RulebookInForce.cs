namespace Certification.Domain.Rulebooks.Governance;

/// <summary>The rules that judge something: the rulebook with the authority's additions, and the shared floor beneath it.</summary>
/// <param name="Floor">The same as <paramref name="Current"/> for an authority without additions.</param>
public sealed record RulebookInForce(Rulebook Current, Rulebook Floor);
