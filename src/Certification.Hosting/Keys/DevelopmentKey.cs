using System.Security.Cryptography;
using Certification.Hosting.Settings;
using Certification.Web.Access;

namespace Certification.Hosting.Keys;

/// <summary>The key of the development issuer, in a file of its own beside the authority's keys: it must survive a restart,
/// or every token would end with the process.</summary>
internal static class DevelopmentKey
{
    private const string FileName = "development-issuer.key.pem";

    /// <summary>The issuer with its key; made at the first start.</summary>
    internal static DevelopmentIssuer OpenIssuer(AuthoritySettings settings)
    {
        var path = Path.Combine(settings.Keys.Folder!, FileName);
        if (!File.Exists(path)) Make(path);
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(path));
        return new DevelopmentIssuer(settings.Authority.Code, key, TimeProvider.System);
    }

    /// <summary>Two processes may start at once: the file appears whole, and the first one's stays.</summary>
    private static void Make(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var temporary = $"{path}.{Environment.ProcessId}";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(temporary, options)) writer.Write(key.ExportPkcs8PrivateKeyPem() + "\n");
        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
