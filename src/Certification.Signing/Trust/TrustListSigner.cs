using Certification.Signing.Json;
using Certification.Signing.Keys;

namespace Certification.Signing.Trust;

/// <summary>Publishes a trust list.</summary>
public static class TrustListSigner
{
    /// <summary>Signs the list with its publisher's anchor.</summary>
    /// <returns>The compact form; published as <c>application/jose</c>.</returns>
    /// <exception cref="ArgumentException">The list would not open again: the publisher is not in it with this anchor, or a
    /// service does not chain to its authority.</exception>
    public static async ValueTask<string> SignAsync(TrustList list, ISigningKey anchor, CancellationToken cancellationToken = default)
    {
        var compact = await SignedJson.SignAsync(SignedJsonTypes.TrustList, list, anchor, cancellationToken);
        return TrustStoreFile.OpenList(compact, anchor.Certificate, list.Sequence, out var fault) is null
            ? throw new ArgumentException(fault!.Message, nameof(list))
            : compact;
    }
}
