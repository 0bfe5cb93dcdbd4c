using Certification.Domain;
using Certification.Signing.Trust;

namespace Certification.Workflows.Activities;

/// <summary>Who we are: one authority, one jurisdiction, one deployment.</summary>
/// <param name="Code">Two upper-case letters, the prefix of certificate numbers, such as <c>XA</c>.</param>
/// <param name="Name">As certificates print it.</param>
/// <param name="BaseUrl">Where the API answers, without a slash at the end.</param>
/// <param name="PublicUrl">Where the public blobs are read from, without a slash at the end.</param>
public sealed record AuthorityProfile(string Code, string Name, string BaseUrl, string PublicUrl)
{
    /// <summary>The authority acting by itself: what audit entries of workflows name.</summary>
    public Actor Self { get; } = Actor.OfAuthority(Code);

    /// <summary>Where a status list of ours is read; a certificate names it for ever.</summary>
    /// <param name="list">From 1.</param>
    public string StatusListUri(int list) => $"{PublicUrl}/status/{list}.jwt";

    /// <summary>Id of the transparency log that this authority's certificates name.</summary>
    public string LogId => TrustedLog.OriginOf(BaseUrl);

    /// <summary>The authority's name as a witness of other logs.</summary>
    public string WitnessId => TrustedLog.WitnessOf(BaseUrl);
}
