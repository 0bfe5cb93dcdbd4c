using System.Security.Cryptography;
using Certification.Cli.Terminal;
using Certification.Signing.Keys;
using Certification.Signing.Trust;

namespace Certification.Cli.Keys;

/// <summary>Signs an authority's trust list anew after its own keys changed. Whom else it trusts stays as it is.</summary>
internal static class TrustListRevision
{
    private const long Limit = 8 << 20;
    private static readonly TimeSpan Fresh = TimeSpan.FromDays(180);

    /// <summary>Puts the card in the place of the authority's own entry and signs with a higher sequence; the file changes at once or
    /// not at all, and an authority that runs on it takes it up within seconds.</summary>
    /// <param name="path">The list.</param>
    /// <returns>The sequence.</returns>
    /// <exception cref="ProblemException">The file is no list of this root.</exception>
    internal static async Task<long> SignAnew(string path, OfflineRoot root, TrustedAuthority card, CancellationToken cancellation)
    {
        var current = TrustStoreFile.OpenList(
            System.Text.Encoding.UTF8.GetString(InputFile.Read(path, Limit)), root.Key.Certificate, minimumSequence: 1, out var fault)
            ?? throw Refused(fault!.Message, path, fault.Code);
        var now = DateTimeOffset.UtcNow;
        var sequence = Math.Max(current.Sequence!.Value + 1, now.ToUnixTimeSeconds());
        var nextUpdate = current.NextUpdate > now + Fresh ? current.NextUpdate.Value : now + Fresh;
        var list = new TrustList(
            root.Code, sequence, now, nextUpdate, [.. current.Authorities.Select(authority => authority.Code == card.Code ? card : authority)]);
        try
        {
            await File.WriteAllTextAsync(path + ".new", await TrustListSigner.SignAsync(list, root.Key, cancellation), cancellation);
        }
        catch (Exception refused) when (refused is ArgumentException or CryptographicException)
        {
            throw Refused(refused.Message, path, "trust.list-refused");
        }

        File.Move(path + ".new", path, overwrite: true);
        return sequence;
    }

    private static ProblemException Refused(string why, string path, string code) =>
        new(new Problem(why, path, "Sign a list from the cards: ./certify trust sign --help.", code), ExitCode.No);
}
