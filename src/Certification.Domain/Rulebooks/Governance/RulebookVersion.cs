namespace Certification.Domain.Rulebooks.Governance;

/// <summary>A rulebook that this authority adopted: which text, and when it counts.</summary>
/// <param name="Rulebook">The rulebook with the additions merged in; its digest is that of the published bytes.</param>
/// <param name="Floor">The floor beneath it; the rulebook itself for an authority without additions.</param>
/// <param name="EffectiveFrom">The instant from which dossiers are sealed under it.</param>
/// <param name="Sunset">The instant at which an emergency version lapses and the one before is in force again; null for good.</param>
/// <param name="Proposal">The proposal that was adopted; null for the version that came with the software.</param>
/// <param name="Reason">Why it was adopted, for the public.</param>
public sealed record RulebookVersion(
    RulebookReference Rulebook,
    RulebookReference Floor,
    DateTimeOffset AdoptedAt,
    DateTimeOffset EffectiveFrom,
    DateTimeOffset? Sunset,
    string? Proposal,
    string Reason)
{
    /// <summary>Names it in addresses and files, such as <c>xa-1.1.0</c>.</summary>
    public string Name => NameOf(Rulebook);

    /// <summary>The name of a rulebook's text.</summary>
    public static string NameOf(RulebookReference rulebook) => $"{rulebook.Id}-{rulebook.Version}";

    /// <summary>True from its first instant on and before its sunset.</summary>
    public bool IsEffectiveAt(DateTimeOffset at) => EffectiveFrom <= at && !HasLapsedAt(at);

    /// <summary>True from its sunset on.</summary>
    public bool HasLapsedAt(DateTimeOffset at) => Sunset <= at;
}
