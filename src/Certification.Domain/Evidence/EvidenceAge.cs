using Certification.Domain.Rulebooks;
using Certification.Domain.Submissions;

namespace Certification.Domain.Evidence;

/// <summary>How old evidence is: counted from when it was performed, and where the file does not say so, from when it was sealed.</summary>
public static class EvidenceAge
{
    /// <summary>The oldest run among the claims, since a file is as fresh as its oldest part; null when nothing is known.</summary>
    public static DateTimeOffset? PerformedOn(EvidenceItem item, IReadOnlyList<Claim> claims) =>
        claims.Min(claim => claim.PerformedOn) ?? item.SealedAt;

    /// <summary>Whether evidence performed then is too old now.</summary>
    public static bool IsStale(EvidenceDemand demand, DateTimeOffset? performedOn, DateTimeOffset at) =>
        performedOn is { } then && at - then > TimeSpan.FromDays(demand.MaxAgeDays);
}
