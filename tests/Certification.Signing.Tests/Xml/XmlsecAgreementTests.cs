using System.Diagnostics;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Xml;

public sealed class XmlsecAgreementTests : IDisposable
{
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    [Fact]
    public async Task Xmlsec1_verifies_what_is_signed_here()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/xmlsec1"), "xmlsec1 is not installed");
        var signed = await _xa.SignAsync();
        Assert.Equal(0, Verify(signed.Xml));
    }

    private int Verify(byte[] xml)
    {
        var folder = Directory.CreateTempSubdirectory("certification-xmlsec");
        var (file, pem) = (Path.Combine(folder.FullName, "c.xml"), Path.Combine(folder.FullName, "c.pem"));
        File.WriteAllBytes(file, xml);
        File.WriteAllText(pem, _xa.Keys.Issuing.Certificate.ExportCertificatePem());
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/xmlsec1", ["--verify", "--pubkey-cert-pem", pem, file])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        var output = process.StandardError.ReadToEnd() + process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        TestContext.Current.TestOutputHelper?.WriteLine(output);
        folder.Delete(recursive: true);
        return process.ExitCode;
    }
}
