using Certification.Signing.Keys;
using Certification.Signing.Log;
using Certification.Signing.Trust;

namespace Certification.Workflows.Activities;

/// <summary>The keys that this authority signs with in daily work, each for one use. The root is not among them: it stays
/// offline.</summary>
/// <param name="Issuing">Certificates.</param>
/// <param name="Status">Status lists.</param>
/// <param name="Statement">Recognition statements and rulebooks.</param>
/// <param name="Federation">What we say to other authorities over HTTP.</param>
/// <param name="Log">Checkpoints of the transparency log.</param>
/// <param name="Notes">The same for tools that know Ed25519 only, and cosignatures for other logs; null when all keys are in a
/// vault, which keeps none of this kind.</param>
public sealed record SigningKeys(
    ISigningKey Issuing, ISigningKey Status, ISigningKey Statement, ISigningKey Federation, ISigningKey Log, NoteKeys? Notes = null)
{
    /// <summary>The keys of a folder.</summary>
    public static SigningKeys Of(KeyFolder keys) =>
        new(keys.Issuing, keys.Status, keys.Statement, keys.Federation, keys.Log, keys.Notes);

    /// <summary>Of the keys of a folder, the newest one for each use that the trust list grants.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It grants none for some use.</exception>
    public static SigningKeys Of(KeyFolder keys, TrustStore trust, DateTimeOffset at)
    {
        ISigningKey Newest(ServiceKind kind) => keys.Newest(kind, trust.Granted(kind, keys.Code, at));
        return new(
            Newest(ServiceKind.Issuing), Newest(ServiceKind.Status), Newest(ServiceKind.Statement), Newest(ServiceKind.Federation),
            Newest(ServiceKind.Log), keys.Notes);
    }

    /// <summary>Who signs the checkpoints of this log.</summary>
    public IReadOnlyList<INoteSigner> LogSigners(string origin) =>
        Notes is null ? [new EcdsaNoteSigner(origin, Log)] : [Notes.Log(origin), new EcdsaNoteSigner(origin, Log)];
}
