using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Trust;

namespace Certification.Signing.Keys;

/// <summary>Makes a key folder beside its place and moves it there in one step: a crash in between leaves a temporary folder,
/// never half an authority.</summary>
internal static class KeyFolderMaker
{
    private const string LogKey = "log.key.pem";
    private const string LogCertificate = "log.crt.pem";

    // In the order in which they are made: the certificate is of a key that is there.
    private static readonly string[] LogFiles = [LogKey, LogCertificate, NoteKeys.LogFile, NoteKeys.WitnessFile];

    /// <summary>Makes all keys, the root among them. When another process was faster, its folder stays and this one is dropped.</summary>
    public static void Make(string path, string code, string name, DateTimeOffset notBefore)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var root = CertificateProfile.Root(code, name, key, notBefore);
        Make(path, code, name, notBefore, root, folder => Write(folder, "root", root, key));
    }

    /// <summary>Makes the keys under a root that stays where it is: the folder gets its certificate alone.</summary>
    /// <param name="root">The root with its private key.</param>
    public static void MakeUnder(string path, string code, string name, DateTimeOffset notBefore, X509Certificate2 root) =>
        Make(path, code, name, notBefore, root, folder => WriteFile(Path.Combine(folder, "root.crt.pem"), root.ExportCertificatePem()));

    private static void Make(string path, string code, string name, DateTimeOffset notBefore, X509Certificate2 root, Action<string> writeRoot)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var temporary = full + ".new-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6));
        CreateDirectory(temporary);
        writeRoot(temporary);
        foreach (var kind in Enum.GetValues<ServiceKind>())
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            using var certificate = CertificateProfile.Service(code, name, KeyFolder.FileName(kind), key, root, notBefore);
            Write(temporary, KeyFolder.FileName(kind), certificate, key);
        }

        WriteFile(Path.Combine(temporary, NoteKeys.LogFile), NoteKeys.MakePem());
        WriteFile(Path.Combine(temporary, NoteKeys.WitnessFile), NoteKeys.MakePem());
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

    /// <summary>Whether a key of the log is missing, as it is in a folder that is older than logs.</summary>
    public static bool LacksLog(string path) => Directory.Exists(path) && LogFiles.Any(file => !File.Exists(Path.Combine(path, file)));

    /// <summary>Adds the keys of a log that are missing; what is there stays, so that after a crash this is done again.</summary>
    public static void AddLog(string path, DateTimeOffset notBefore)
    {
        foreach (var file in LogFiles.Where(file => !File.Exists(Path.Combine(path, file))))
        {
            WriteFile(Path.Combine(path, file), file == LogCertificate ? CertifyLog(path, notBefore) : file == LogKey ? MakeKey() : NoteKeys.MakePem());
        }
    }

    /// <summary>Writes a new file of a folder that is in use, whole or not at all.</summary>
    /// <exception cref="IOException">It is there already.</exception>
    public static void WriteAside(string path, string text)
    {
        var aside = $"{path}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        WriteFile(aside, text);
        File.Move(aside, path, overwrite: false);
    }

    private static string MakeKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    private static string CertifyLog(string path, DateTimeOffset notBefore)
    {
        using var root = OfflineRoot.Open(path);
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(path, LogKey)));
        using var certificate = root.Certify(ServiceKind.Log, key, notBefore);
        return certificate.ExportCertificatePem();
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
