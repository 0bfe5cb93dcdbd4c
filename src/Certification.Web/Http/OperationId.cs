using System.Text;
using Certification.Domain;

namespace Certification.Web.Http;

/// <summary>Names requests for ever, so that a repeated one is recognised.</summary>
public static class OperationId
{
    /// <summary>A change under If-Match. The same caller repeating the same change against the same version, because the
    /// answer was lost, is told that it is done, not that it is stale; anybody else is stale.</summary>
    /// <param name="what">Method and path.</param>
    public static string Of(Actor who, string what, IfMatch seen, ReadOnlySpan<byte> body)
    {
        var text = new StringBuilder();
        foreach (var field in (string[])[who.Issuer, who.Subject, who.Role, what, seen.ETag, Sha256Digest.Of(body).Hex])
        {
            // Counted fields (netstrings) cannot run into each other.
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{Encoding.UTF8.GetByteCount(field)}:{field},");
        }
        return $"change-{Sha256Digest.Of(Encoding.UTF8.GetBytes(text.ToString())).Hex}";
    }
}
