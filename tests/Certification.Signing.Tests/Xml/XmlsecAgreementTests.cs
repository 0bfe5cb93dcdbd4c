using System.Diagnostics;
using System.Text;
using Certification.Testing.Certificates;
using CsCheck;
using Xunit;

namespace Certification.Signing.Tests.Xml;

/// <summary>A second implementation reaches the same verdict, on texts that are hard on canonicalization.</summary>
public sealed class XmlsecAgreementTests : IDisposable
{
    private readonly SampleAuthority _xa = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("certification-xmlsec");

    public void Dispose()
    {
        _xa.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public void Xmlsec1_verifies_what_is_signed_here_and_refuses_what_was_changed()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/xmlsec1"), "xmlsec1 is not installed");
        SampleTexts.Generator.Sample(
            text =>
            {
                var signed = _xa.SignAsync(SampleTexts.With(text)).AsTask().GetAwaiter().GetResult();
                var changed = Encoding.UTF8.GetString(signed.Xml).Replace("60/min", "61/min");
                return Verifies(signed.Xml) && !Verifies(Encoding.UTF8.GetBytes(changed));
            },
            iter: 20,
            threads: 1);
    }

    private bool Verifies(byte[] xml)
    {
        var (file, pem) = (Path.Combine(_folder.FullName, "c.xml"), Path.Combine(_folder.FullName, "c.pem"));
        File.WriteAllBytes(file, xml);
        File.WriteAllText(pem, _xa.Keys.Issuing.Certificate.ExportCertificatePem());
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/xmlsec1", ["--verify", "--pubkey-cert-pem", pem, file])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
