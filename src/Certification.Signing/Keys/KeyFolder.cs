using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Log;
using Certification.Signing.Trust;

namespace Certification.Signing.Keys;

/// <summary>The keys of one authority as PEM files, readable by their owner only. For development and small authorities; a key
/// vault takes its place behind <see cref="ISigningKey"/>.</summary>
/// <remarks>Files: <c>root</c> (the anchor; keep it offline, it signs trust lists), <c>issuing</c>, <c>status</c>,
/// <c>statement</c>, <c>federation</c>, <c>log</c>, each as <c>.crt.pem</c> and <c>.key.pem</c>; and the Ed25519 keys of log and
/// witness (<see cref="NoteKeys"/>).</remarks>
public sealed class KeyFolder : IDisposable
{
    private static readonly ServiceKind[] Kinds = Enum.GetValues<ServiceKind>();
    private readonly Dictionary<ServiceKind, PemSigningKey> _services;

    private KeyFolder(string code, string name, PemSigningKey root, Dictionary<ServiceKind, PemSigningKey> services, NoteKeys notes) =>
        (Code, Name, Root, _services, Notes) = (code, name, root, services, notes);

    /// <summary>Code of the authority, as its root certificate says.</summary>
    public string Code { get; }

    /// <summary>Name of the authority, as its root certificate says.</summary>
    public string Name { get; }

    /// <summary>The anchor: signs trust lists and the certificates of the other keys.</summary>
    public ISigningKey Root { get; }

    /// <summary>Signs certificates.</summary>
    public ISigningKey Issuing => _services[ServiceKind.Issuing];

    /// <summary>Signs status lists.</summary>
    public ISigningKey Status => _services[ServiceKind.Status];

    /// <summary>Signs recognition statements and rulebooks.</summary>
    public ISigningKey Statement => _services[ServiceKind.Statement];

    /// <summary>Signs what this authority says to another.</summary>
    public ISigningKey Federation => _services[ServiceKind.Federation];

    /// <summary>Signs the checkpoints of the log.</summary>
    public ISigningKey Log => _services[ServiceKind.Log];

    /// <summary>Signs them for the world's tools, and cosigns those of others.</summary>
    public NoteKeys Notes { get; }

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
        var root = Read(path, "root");
        var (code, name) = CertificateProfile.AuthorityOf(root.Certificate);
        return KeyFolderMaker.LacksLog(path)
            ? throw new FileNotFoundException(
                $"{path} lacks keys of a log, as folders that are older than logs do. Run ./certify keys init on it, which adds them and changes no other; then sign the trust lists anew")
            : new(code, name, root, Kinds.ToDictionary(kind => kind, kind => Read(path, FileName(kind))), NoteKeys.Open(path));
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
        [.. Kinds.Select(kind => TrustService.Of(kind, _services[kind].Certificate))],
        TrustedLog.Of(api, Notes));

    /// <summary>Root and service certificates as one PEM text: pinned trust for a verifier who wants no list.</summary>
    /// <param name="api">Base URL of its API, by which its log is named; without it the text does without the log's vkeys.</param>
    public string Certificates(string? api = null)
    {
        var certificates = _services.Values.Prepend((PemSigningKey)Root).Select(key => key.Certificate.ExportCertificatePem());
        var origin = api is null ? null : TrustedLog.OriginOf(api);
        IEnumerable<string> keys = origin is null ? [] : [Notes.Log(origin).Verifier.ToString(), new EcdsaNoteSigner(origin, Log).Verifier.ToString()];
        return string.Join('\n', certificates.Concat(keys)) + "\n";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ((PemSigningKey)Root).Dispose();
        foreach (var key in _services.Values)
        {
            key.Dispose();
        }
    }

    internal static string FileName(ServiceKind kind) => kind.ToString().ToLowerInvariant();

    private static PemSigningKey Read(string path, string name) => PemSigningKey.FromPem(
        File.ReadAllText(Path.Combine(path, name + ".crt.pem")), File.ReadAllText(Path.Combine(path, name + ".key.pem")));
}
