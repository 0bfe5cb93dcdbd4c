using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Log;
using Certification.Signing.Trust;

namespace Certification.Signing.Keys;

/// <summary>The keys of one authority as PEM files, readable by their owner only. For development and small authorities; a key
/// vault takes its place behind <see cref="ISigningKey"/>.</summary>
/// <remarks>Files: <c>root</c> (the anchor; keep it offline, it signs trust lists), <c>issuing</c>, <c>status</c>,
/// <c>statement</c>, <c>federation</c>, <c>log</c>, each as <c>.crt.pem</c> and <c>.key.pem</c>; and the Ed25519 keys of log and
/// witness (<see cref="NoteKeys"/>). A key that follows another is <c>issuing-2</c>, and so on (<see cref="KeyRotation"/>). Of the
/// root the certificate is enough: its private key belongs elsewhere (<see cref="OfflineRoot"/>).</remarks>
public sealed class KeyFolder : IDisposable
{
    private static readonly ServiceKind[] Kinds = Enum.GetValues<ServiceKind>();
    private readonly ILookup<ServiceKind, PemSigningKey> _services;

    private KeyFolder(string code, string name, ISigningKey root, ILookup<ServiceKind, PemSigningKey> services, NoteKeys notes) =>
        (Code, Name, Root, _services, Notes) = (code, name, root, services, notes);

    /// <summary>Code of the authority, as its root certificate says.</summary>
    public string Code { get; }

    /// <summary>Name of the authority, as its root certificate says.</summary>
    public string Name { get; }

    /// <summary>The anchor: signs trust lists and the certificates of the other keys, where its private key is in the folder.</summary>
    public ISigningKey Root { get; }

    /// <summary>Signs certificates.</summary>
    public ISigningKey Issuing => _services[ServiceKind.Issuing].Last();

    /// <summary>Signs status lists.</summary>
    public ISigningKey Status => _services[ServiceKind.Status].Last();

    /// <summary>Signs recognition statements and rulebooks.</summary>
    public ISigningKey Statement => _services[ServiceKind.Statement].Last();

    /// <summary>Signs what this authority says to another.</summary>
    public ISigningKey Federation => _services[ServiceKind.Federation].Last();

    /// <summary>Signs the checkpoints of the log.</summary>
    public ISigningKey Log => _services[ServiceKind.Log].Last();

    /// <summary>Signs them for the world's tools, and cosigns those of others.</summary>
    public NoteKeys Notes { get; }

    /// <summary>Certificates of the keys for a use, the one that was made first in front.</summary>
    public IReadOnlyList<X509Certificate2> CertificatesFor(ServiceKind kind) => [.. _services[kind].Select(key => key.Certificate)];

    /// <summary>The newest key for a use that the trust list grants, as with keys in a vault: a key that others were not told of
    /// signs nothing.</summary>
    /// <param name="granted">The certificates that count now.</param>
    /// <exception cref="CryptographicException">None of the keys counts.</exception>
    public ISigningKey Newest(ServiceKind kind, IEnumerable<X509Certificate2> granted)
    {
        var thumbprints = granted.Select(VerificationKey.ThumbprintOf).ToHashSet();
        return _services[kind].LastOrDefault(key => thumbprints.Contains(VerificationKey.ThumbprintOf(key.Certificate)))
            ?? throw new CryptographicException(
                $"The trust list grants {Code} none of the {FileName(kind)} keys in the folder. ./certify keys list shows both; sign the list anew with the authority's card");
    }

    /// <summary>Opens the folder, and makes all keys first when there is none. Two processes that do so at once end with the
    /// same keys: the folder appears as a whole or not at all.</summary>
    /// <param name="now">Real time; the certificates become valid one hour earlier, for clocks that are behind.</param>
    /// <exception cref="IOException">The folder is there but incomplete, or cannot be written.</exception>
    public static KeyFolder OpenOrCreate(string path, string code, string name, DateTimeOffset now)
    {
        if (!Directory.Exists(path))
        {
            KeyFolderMaker.Make(path, code, name, now - TimeSpan.FromHours(1));
        }

        return Open(path);
    }

    /// <summary>Opens a folder that is there.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="CryptographicException">A file is no key, or belongs to another certificate.</exception>
    public static KeyFolder Open(string path)
    {
        var root = File.Exists(Path.Combine(path, "root.key.pem"))
            ? Read(path, "root")
            : (ISigningKey)new AbsentRoot(X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(path, "root.crt.pem"))));
        var (code, name) = CertificateProfile.AuthorityOf(root.Certificate);
        return KeyFolderMaker.LacksLog(path)
            ? throw new FileNotFoundException(
                $"{path} lacks keys of a log, as folders that are older than logs do. Run ./certify keys init on it, which adds them and changes no other; then sign the trust lists anew")
            : new(
                code, name, root,
                Kinds.SelectMany(kind => KeyRotation.Names(path, kind).Select(file => (Kind: kind, Key: Read(path, file)))).ToLookup(pair => pair.Kind, pair => pair.Key),
                NoteKeys.Open(path));
    }

    /// <summary>Adds the keys of a log to a folder that is older than logs; its other keys stay as they are.</summary>
    /// <param name="now">Real time; the certificate becomes valid one hour earlier.</param>
    /// <returns>False when nothing was missing.</returns>
    public static bool Complete(string path, DateTimeOffset now)
    {
        if (!KeyFolderMaker.LacksLog(path))
        {
            return false;
        }

        KeyFolderMaker.AddLog(path, now - TimeSpan.FromHours(1));
        return true;
    }

    /// <summary>This authority's entry for a trust list.</summary>
    /// <param name="api">Base URL of its API.</param>
    /// <param name="site">Base URL of what it publishes.</param>
    public TrustedAuthority Describe(string api, string site) => new(
        Code,
        Name,
        api,
        site,
        Convert.ToBase64String(Root.Certificate.RawData),
        [.. Kinds.SelectMany(kind => _services[kind].Select(key => TrustService.Of(kind, key.Certificate)))],
        TrustedLog.Of(api, Notes));

    /// <summary>Root and service certificates as one PEM text: pinned trust for a verifier who wants no list.</summary>
    /// <param name="api">Base URL of its API, by which its log is named; without it the text does without the log's vkeys.</param>
    public string Certificates(string? api = null)
    {
        var certificates = _services.SelectMany(keys => keys).Prepend(Root).Select(key => key.Certificate.ExportCertificatePem());
        var origin = api is null ? null : TrustedLog.OriginOf(api);
        IEnumerable<string> keys = origin is null ? [] : [Notes.Log(origin).Verifier.ToString(), new EcdsaNoteSigner(origin, Log).Verifier.ToString()];
        return string.Join('\n', certificates.Concat(keys)) + "\n";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        (Root as IDisposable)?.Dispose();
        foreach (var key in _services.SelectMany(keys => keys))
        {
            key.Dispose();
        }
    }

    internal static string FileName(ServiceKind kind) => kind.ToString().ToLowerInvariant();

    private static PemSigningKey Read(string path, string name) => PemSigningKey.FromPem(
        File.ReadAllText(Path.Combine(path, name + ".crt.pem")), File.ReadAllText(Path.Combine(path, name + ".key.pem")));
}

/// <summary>The root of a folder that holds its certificate alone, as the folder of a running authority should.</summary>
internal sealed class AbsentRoot(X509Certificate2 certificate) : ISigningKey
{
    /// <inheritdoc/>
    public X509Certificate2 Certificate => certificate;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Always.</exception>
    public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("The root's private key is not in this folder. Sign where it is kept.");
}
