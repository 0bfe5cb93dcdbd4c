namespace Certification.Domain.Rulebooks.Governance;

/// <summary>Versions only rise, of the rulebook and of the floor beneath it, and one version never has two texts: a
/// certificate that names <c>xa 1.1.0</c> must mean one thing for ever.</summary>
public static class VersionsOnlyRiseRule
{
    /// <summary>The refusal; null when the versions rise.</summary>
    public static Refusal? Check(RulebookRegister register, RulebookProposal proposal)
    {
        var own = Highest(register.Versions.Select(version => version.Rulebook), proposal.Rulebook.Id);
        if (own is not null && Number(proposal.Rulebook) <= Number(own))
            return Refuse("rulebook.version-not-higher", proposal.Rulebook, $"{own.Id} {own.Version} was adopted already");
        if (Highest(register.Versions.Select(version => version.Floor), proposal.Floor.Id) is not { } floor)
            return null;
        if (Number(proposal.Floor) < Number(floor))
            return Refuse("rulebook.floor-version-lower", proposal.Floor, $"{floor.Id} {floor.Version} was adopted already");
        return proposal.Floor.Version == floor.Version && proposal.Floor.Digest != floor.Digest
            ? Refuse("rulebook.floor-differs", proposal.Floor, $"under that version stands another text, with the digest {floor.Digest}")
            : null;
    }

    // Reading has refused what is no semantic version.
    private static Version Number(RulebookReference reference) => Version.Parse(reference.Version);

    private static RulebookReference? Highest(IEnumerable<RulebookReference> adopted, string id) =>
        adopted.Where(reference => reference.Id == id).MaxBy(Number);

    private static Refusal Refuse(string code, RulebookReference proposed, string why) => new(
        RefusalKind.OutOfStep, code, $"{proposed.Id} {proposed.Version} cannot be adopted: {why}.",
        "Raise the version in the document and propose it again.");
}
