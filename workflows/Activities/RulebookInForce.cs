using Certification.Domain.Rulebooks;

namespace Certification.Workflows.Activities;

/// <summary>The rulebook that this authority applies: the shared floor with its own additions.</summary>
public sealed record RulebookInForce(Rulebook Current);
