using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Trust;

namespace Certification.Signing.Keys;

/// <summary>Makes a key folder beside its place and moves it there in one step: a crash in between leaves a temporary folder,
/// never half an authority.</summary>
internal static class KeyFolderMaker
{
    /// <summary>Makes all keys. When another process was faster, its folder stays and this one is dropped.</summary>
    public static void Make(string path, string code, string name, DateTimeOffset notBefore)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = full + ".new-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        CreateDirectory(temporary);
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = CertificateProfile.Root(code, name, rootKey, notBefore);
        Write(temporary, "root", root, rootKey);
        foreach (var kind in Enum.GetValues<ServiceKind>())
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var certificate = CertificateProfile.Service(code, name, KeyFolder.FileName(kind), key, root, notBefore);
            Write(temporary, KeyFolder.FileName(kind), certificate, key);
        }

        try
        {
            Directory.Move(temporary, full);
        }
        catch (IOException) when (Directory.Exists(full))
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>Makes a root alone, in a folder that has none.</summary>
    /// <exception cref="IOException">There is one already.</exception>
    public static void MakeRoot(string path, string code, string name, DateTimeOffset notBefore)
    {
        CreateDirectory(path);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = CertificateProfile.Root(code, name, key, notBefore);
        Write(path, "root", root, key);
    }

    private static void Write(string folder, string name, X509Certificate2 certificate, ECDsa key)
    {
        WriteFile(Path.Combine(folder, name + ".crt.pem"), certificate.ExportCertificatePem());
        WriteFile(Path.Combine(folder, name + ".key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    // The mode is set when the file is created: set afterwards, the key would be readable for a moment.
    private static void WriteFile(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, new System.Text.UTF8Encoding(false), options);
        writer.Write(text + "\n");
        writer.Flush();
        ((FileStream)writer.BaseStream).Flush(flushToDisk: true);
    }
}
