namespace Certification.Domain.Rulebooks.Governance;

/// <summary>Every version that an authority adopted and every proposal that is open: the state of one subject, so that two
/// adoptions meet in one compare-and-swap. Immutable.</summary>
/// <param name="Versions">In the order of their adoption; the first came with the software, or is what the authority began with.</param>
/// <param name="Proposals">Oldest first: all that are open, and the last that were decided. Older ones stand in the audit chain.</param>
public sealed record RulebookRegister(
    string Authority, IReadOnlyList<RulebookVersion> Versions, IReadOnlyList<RulebookProposal> Proposals)
{
    /// <summary>Most proposals that may be open at once.</summary>
    public const int MostOpen = 20;

    /// <summary>Decided proposals that stay readable.</summary>
    public const int DecidedKept = 100;

    /// <summary>The register of an authority that begins with this rulebook.</summary>
    public static RulebookRegister Begin(string authority, Rulebook rulebook)
    {
        var from = RulebookTimeline.StartOf(rulebook.EffectiveFrom);
        var reference = rulebook.Reference();
        var first = new RulebookVersion(
            reference, rulebook.Floor ?? reference, from, from, Sunset: null, Proposal: null, "The rulebook that the authority began with.");
        return new RulebookRegister(authority, [first], []);
    }

    /// <summary>The version that new rules build on: the last one without a sunset.</summary>
    public RulebookVersion Lasting => Versions.Last(version => version.Sunset is null);

    /// <summary>The version in force at an instant.</summary>
    public RulebookVersion InForceAt(DateTimeOffset at) => RulebookTimeline.InForceAt(Versions, at);

    /// <summary>The version with this name, such as <c>xa-1.1.0</c>; null when none was adopted under it.</summary>
    public RulebookVersion? FindVersion(string name) => Versions.FirstOrDefault(version => version.Name == name);

    /// <summary>The proposal with this id; null when there is none, or none that is still kept.</summary>
    public RulebookProposal? FindProposal(string id) => Proposals.FirstOrDefault(proposal => proposal.Id == id);

    /// <summary>Replaces a proposal, and lets go of decided ones that are too many.</summary>
    internal RulebookRegister With(RulebookProposal proposal)
    {
        var all = Proposals.Select(known => known.Id == proposal.Id ? proposal : known).ToList();
        var surplus = all.Where(known => known.Decision is not null).SkipLast(DecidedKept).ToHashSet();
        return this with { Proposals = [.. all.Where(known => !surplus.Contains(known))] };
    }
}
