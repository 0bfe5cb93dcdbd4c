using System.Diagnostics;
using Certification.Testing.Certificates;

namespace Certification.Signing.Tests.Interoperability;

/// <summary>The second implementation: xmlsec1 of Debian with an authority's issuing certificate as the key.</summary>
internal sealed class Xmlsec : IDisposable
{
    private const string Program = "/usr/bin/xmlsec1";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certification-xmlsec");
    private readonly string _key;
    private int _files;

    /// <summary>Verifies with this authority's key.</summary>
    public Xmlsec(SampleAuthority authority)
    {
        _key = Path.Combine(_folder.FullName, "issuer.pem");
        File.WriteAllText(_key, authority.Keys.Issuing.Certificate.ExportCertificatePem());
    }

    /// <summary>Whether the program is on this machine.</summary>
    public static bool IsThere { get; } = File.Exists(Program);

    /// <summary>Why a test skips.</summary>
    public static string WhyNot => "xmlsec1 is not installed";

    /// <summary>Whether it verifies the file.</summary>
    public bool Verifies(byte[] xml) => CountVerified([xml]) == 1;

    /// <summary>How many of the files verify before the first that does not, where it stops. One process for all.</summary>
    public int CountVerified(IReadOnlyList<byte[]> files)
    {
        var names = files.Select(Write).ToList();
        using var process = Process.Start(new ProcessStartInfo(Program, ["--verify", "--pubkey-cert-pem", _key, .. names])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        var output = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Result.Split('\n').Count(line => line == "OK");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string Write(byte[] xml)
    {
        var file = Path.Combine(_folder.FullName, $"{_files++}.xml");
        File.WriteAllBytes(file, xml);
        return file;
    }
}
