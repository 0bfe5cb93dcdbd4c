using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Certification.Web.Access;

/// <summary>Issues tokens by itself, so that a developer needs no identity provider. It exists in Development only.</summary>
/// <remarks>Tokens run on real time, not on the business time that Development can advance.</remarks>
public sealed class DevelopmentIssuer(string authorityCode, ECDsa key, TimeProvider realTime)
{
    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly ECDsaSecurityKey _key = new(key) { KeyId = "development" };

    /// <summary>The <c>iss</c> of its tokens.</summary>
    public string Issuer { get; } = $"urn:certification:dev:{authorityCode}";

    /// <summary>The <c>aud</c> of its tokens: one authority's tokens open nothing at another.</summary>
    public string Audience { get; } = $"urn:certification:authority:{authorityCode}";

    /// <summary>Verifies its tokens.</summary>
    public SecurityKey Key => _key;

    /// <summary>A token for one person in one role.</summary>
    /// <param name="name">Becomes the subject: the same name is the same person, whatever the role.</param>
    public string Issue(string role, string name, string organisation, TimeSpan lifetime)
    {
        var now = realTime.GetUtcNow();
        return Handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + lifetime).UtcDateTime,
            Claims = new Dictionary<string, object>
            {
                [Claims.Subject] = name,
                [Claims.Organisation] = organisation,
                [Claims.Roles] = new[] { role },
            },
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}
