namespace Certification.Domain.Rulebooks.Governance;

/// <summary>A rulebook that an officer wants this authority to adopt. The documents are sealed under their digests.</summary>
/// <param name="Id">Such as <c>rp-4bd19a07c2e1</c>.</param>
/// <param name="Revision">1 when proposed, 2 when decided: what If-Match compares.</param>
/// <param name="Rulebook">The rulebook that it leads to, merged.</param>
/// <param name="Floor">The floor that it builds on.</param>
/// <param name="BringsFloor">Whether the proposal itself brings that floor; else it is the one that lasts.</param>
/// <param name="Additions">Digest of the additions; null for an authority that applies the bare floor.</param>
/// <param name="EffectiveFrom">First day (UTC) that its documents name.</param>
/// <param name="Reason">Why, in a sentence that the public reads once it is adopted.</param>
/// <param name="Emergency">Why it cannot wait for its notice, and when it ends; null for the ordinary track.</param>
/// <param name="Decision">Null while it is open.</param>
public sealed record RulebookProposal(
    string Id,
    int Revision,
    RulebookReference Rulebook,
    RulebookReference Floor,
    bool BringsFloor,
    Sha256Digest? Additions,
    DateOnly EffectiveFrom,
    string Reason,
    EmergencyTrack? Emergency,
    Actor Proposer,
    DateTimeOffset ProposedAt,
    ProposalDecision? Decision = null)
{
    /// <summary>Strong entity tag of this proposal, quotes included.</summary>
    public string ETag => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"\"{Revision}\"");

    /// <summary>When it takes effect if it is adopted now. An emergency does not wait for a day to begin.</summary>
    public DateTimeOffset EffectIfAdopted(DateTimeOffset at)
    {
        var day = RulebookTimeline.StartOf(EffectiveFrom);
        return Emergency is not null && day < at ? at : day;
    }
}

/// <summary>The emergency track: effect without notice, and an end.</summary>
/// <param name="Reason">Why it cannot wait, published with the version.</param>
/// <param name="Sunset">When the version lapses.</param>
public sealed record EmergencyTrack(string Reason, DateTimeOffset Sunset);

/// <summary>What another officer made of a proposal.</summary>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record ProposalDecision(ProposalResult Result, string Reason, Actor By, DateTimeOffset At);

/// <summary>The two ends of a proposal.</summary>
public enum ProposalResult { Adopted, Rejected }
