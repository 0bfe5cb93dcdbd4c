namespace Certification.Domain.Rulebooks.Governance;

/// <summary>What skips its notice also ends by itself: at most 90 days later, unless the ordinary track makes it last.</summary>
public static class EmergencyEndsRule
{
    /// <summary>Longest life of an emergency version.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>The refusal; null for the ordinary track and for a sunset within the limit.</summary>
    /// <param name="at">When it is proposed or adopted.</param>
    public static Refusal? Check(RulebookProposal proposal, DateTimeOffset at)
    {
        if (proposal.Emergency is not { } emergency) return null;
        var effect = proposal.EffectIfAdopted(at);
        return emergency.Sunset > effect && emergency.Sunset <= effect + Longest
            ? null
            : new Refusal(
                RefusalKind.OutOfStep, "rulebook.sunset-out-of-range",
                $"The sunset {emergency.Sunset.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'} is not within {Longest.TotalDays:0} days after the effect at {effect.UtcDateTime:yyyy-MM-dd'T'HH:mm'Z'}.",
                "Set a sunset within that time; the ordinary track makes a version last.");
    }
}
