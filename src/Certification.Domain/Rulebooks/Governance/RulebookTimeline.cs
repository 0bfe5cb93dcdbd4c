namespace Certification.Domain.Rulebooks.Governance;

/// <summary>Which of the adopted versions is in force when. Pure, so that the answer for an instant in the past is today's.</summary>
public static class RulebookTimeline
{
    /// <summary>The version in force: of those that are effective and have not lapsed, the one adopted last. Before the first
    /// version's own day it is the first, since an authority never judges by nothing.</summary>
    /// <param name="versions">In the order of their adoption; at least one, and the first lasts.</param>
    public static RulebookVersion InForceAt(IReadOnlyList<RulebookVersion> versions, DateTimeOffset at) =>
        versions.LastOrDefault(version => version.IsEffectiveAt(at)) ?? versions[0];

    /// <summary>How a version stands at an instant.</summary>
    public static RulebookStanding StandingOf(RulebookVersion version, IReadOnlyList<RulebookVersion> versions, DateTimeOffset at) =>
        ReferenceEquals(version, InForceAt(versions, at)) ? RulebookStanding.InForce
        : version.HasLapsedAt(at) ? RulebookStanding.Lapsed
        : version.EffectiveFrom > at ? RulebookStanding.Upcoming
        : RulebookStanding.Superseded;

    /// <summary>Start of a day in UTC: what a document's <c>effectiveFrom</c> means.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}

/// <summary>How an adopted version stands.</summary>
public enum RulebookStanding
{
    /// <summary>Adopted, and not yet effective.</summary>
    Upcoming,

    /// <summary>Dossiers are sealed under it now.</summary>
    InForce,

    /// <summary>A version adopted later is in force. It comes back if that one is an emergency version and lapses.</summary>
    Superseded,

    /// <summary>An emergency version after its sunset.</summary>
    Lapsed,
}
