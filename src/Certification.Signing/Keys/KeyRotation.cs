using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.PostQuantum;
using Certification.Signing.Trust;

namespace Certification.Signing.Keys;

/// <summary>Keys of a folder that follow others: <c>issuing-2</c> follows <c>issuing</c>. None is ever overwritten or taken away, since what
/// the earlier ones signed still verifies.</summary>
public static class KeyRotation
{
    /// <summary>Makes the next key for a use and has the root certify it. The private key is written first and counts once its
    /// certificate is there; what an interrupted attempt left is taken up.</summary>
    /// <param name="folder">The authority's key folder.</param>
    /// <param name="root">The same authority's root, wherever it is kept.</param>
    /// <param name="notBefore">From when on the key counts.</param>
    /// <returns>Its certificate. Nothing signs with it before a trust list grants it.</returns>
    /// <exception cref="CryptographicException">The root is another authority's.</exception>
    /// <exception cref="IOException">The folder cannot be read or written.</exception>
    public static X509Certificate2 MakeNext(string folder, OfflineRoot root, ServiceKind kind, DateTimeOffset notBefore)
    {
        using var own = X509Certificate2.CreateFromPem(File.ReadAllText(Path.Combine(folder, "root.crt.pem")));
        if (!own.RawDataMemory.Span.SequenceEqual(root.Key.Certificate.RawDataMemory.Span))
        {
            throw new CryptographicException($"The root is not the one under which the keys in {folder} are.");
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"{KeyFolder.FileName(kind)}-{Numbers(folder, kind).LastOrDefault(1) + 1}");
        var keyFile = Path.Combine(folder, name + ".key.pem");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(keyFile)) key.ImportFromPem(File.ReadAllText(keyFile));
        else KeyFolderMaker.WriteAside(keyFile, key.ExportPkcs8PrivateKeyPem());
        var certificate = root.Certify(kind, key, notBefore);
        KeyFolderMaker.WriteAside(Path.Combine(folder, name + ".crt.pem"), certificate.ExportCertificatePem());
        return certificate;
    }

    /// <summary>The folder's key of second signatures; made when there is none.</summary>
    public static SecondSigningKey OpenOrMakeSecond(string folder)
    {
        var path = Path.Combine(folder, SecondSigningKey.File);
        if (!File.Exists(path)) KeyFolderMaker.WriteAside(path, SecondSigningKey.MakePem());
        return SecondSigningKey.FromPem(File.ReadAllText(path));
    }

    /// <summary>Names of the keys for a use without their endings, the first one in front.</summary>
    internal static IEnumerable<string> Names(string folder, ServiceKind kind) =>
        Numbers(folder, kind).Select(number => string.Create(CultureInfo.InvariantCulture, $"{KeyFolder.FileName(kind)}-{number}")).Prepend(KeyFolder.FileName(kind));

    private static IEnumerable<int> Numbers(string folder, ServiceKind kind)
    {
        var start = KeyFolder.FileName(kind).Length + 1;
        return Directory.GetFiles(folder, $"{KeyFolder.FileName(kind)}-*.crt.pem")
            .Select(file => int.TryParse(Path.GetFileName(file)[start..^".crt.pem".Length], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(number => number > 1).Order();
    }
}
