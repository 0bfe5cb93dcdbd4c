using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Trust;

namespace Certification.Signing.Keys;

/// <summary>An authority's root with its private key: files <c>root.crt.pem</c> and <c>root.key.pem</c> on a machine without a
/// network. It signs trust lists and certificates of service keys, wherever those keys live; no server ever sees it.</summary>
public sealed class OfflineRoot : IDisposable
{
    private readonly PemSigningKey _signing;
    private readonly X509Certificate2 _issuer;

    private OfflineRoot(PemSigningKey signing, X509Certificate2 issuer)
    {
        (_signing, _issuer) = (signing, issuer);
        (Code, Name) = CertificateProfile.AuthorityOf(signing.Certificate);
    }

    /// <summary>Code of the authority, as the certificate says.</summary>
    public string Code { get; }

    /// <summary>Name of the authority, as the certificate says.</summary>
    public string Name { get; }

    /// <summary>Signs trust lists.</summary>
    public ISigningKey Key => _signing;

    /// <summary>Makes a root in a new folder that only its owner can read.</summary>
    /// <param name="now">Real time; the certificate becomes valid one hour earlier, for clocks that are behind.</param>
    /// <exception cref="IOException">There is a root in the folder already: roots are never overwritten.</exception>
    public static OfflineRoot Create(string path, string code, string name, DateTimeOffset now)
    {
        KeyFolderMaker.MakeRoot(path, code, name, now - TimeSpan.FromHours(1));
        return Open(path);
    }

    /// <summary>Opens the root of a folder.</summary>
    /// <exception cref="IOException">A file is missing or unreadable.</exception>
    /// <exception cref="CryptographicException">A file is no key, or belongs to another certificate.</exception>
    public static OfflineRoot Open(string path)
    {
        var (certificate, key) = (File.ReadAllText(Path.Combine(path, "root.crt.pem")), File.ReadAllText(Path.Combine(path, "root.key.pem")));
        return new(PemSigningKey.FromPem(certificate, key), X509Certificate2.CreateFromPem(certificate, key));
    }

    /// <summary>Makes the certificate of a service key of which only the public part is known.</summary>
    /// <param name="notBefore">From when on it counts.</param>
    /// <exception cref="CryptographicException">The key is not on P-256.</exception>
    public X509Certificate2 Certify(ServiceKind use, ECDsa publicKey, DateTimeOffset notBefore) => publicKey.KeySize == 256
        ? CertificateProfile.Service(Code, Name, KeyFolder.FileName(use), publicKey, _issuer, notBefore)
        : throw new CryptographicException($"The key has {publicKey.KeySize} bits; an authority signs with P-256.");

    /// <summary>Makes the folder with the keys that a running authority signs with; of the root it gets the certificate alone.</summary>
    /// <param name="now">Real time; the certificates become valid one hour earlier, for clocks that are behind.</param>
    /// <returns>The folder; the one that was there when there was one.</returns>
    public KeyFolder MakeKeys(string path, DateTimeOffset now)
    {
        if (!Directory.Exists(path)) KeyFolderMaker.MakeUnder(path, Code, Name, now - TimeSpan.FromHours(1), _issuer);
        return KeyFolder.Open(path);
    }

    /// <summary>The authority's entry for a trust list, with no service yet.</summary>
    /// <param name="api">Base URL of its API.</param>
    /// <param name="site">Base URL of what it publishes.</param>
    public TrustedAuthority Describe(string api, string site) =>
        new(Code, Name, api, site, Convert.ToBase64String(Key.Certificate.RawData), [], TrustedLog.Of(api, null));

    /// <inheritdoc/>
    public void Dispose()
    {
        _signing.Dispose();
        _issuer.Dispose();
    }
}
