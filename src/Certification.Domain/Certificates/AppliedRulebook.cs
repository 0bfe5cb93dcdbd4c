using Certification.Domain.Rulebooks;

namespace Certification.Domain.Certificates;

/// <summary>The exact rulebook that a judgement rests on, and the shared floor beneath it: authorities recognise each other
/// across different additions because the floor is common.</summary>
/// <param name="Id">Such as <c>xa</c>.</param>
/// <param name="Version">Semantic version of the rulebook, such as <c>1.0.0</c>.</param>
/// <param name="Digest">Of the signed rulebook document.</param>
/// <param name="FloorId">Id of the floor rulebook that it builds on; the same as <paramref name="Id"/> for a bare floor.</param>
/// <param name="FloorVersion">Semantic version of that floor.</param>
public sealed record AppliedRulebook(string Id, string Version, Sha256Digest Digest, string FloorId, string FloorVersion)
{
    /// <summary>The rulebook as certificates and statements cite it.</summary>
    public static AppliedRulebook Of(Rulebook rulebook)
    {
        var own = rulebook.Reference();
        var floor = rulebook.Floor ?? own;
        return new AppliedRulebook(own.Id, own.Version, own.Digest, floor.Id, floor.Version);
    }
}
