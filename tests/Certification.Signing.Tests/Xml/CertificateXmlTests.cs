using System.Text;
using System.Xml;
using System.Xml.Schema;
using Certification.Domain;
using Certification.Domain.Certificates;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Testing;
using Certification.Testing.Certificates;
using CsCheck;
using Xunit;

namespace Certification.Signing.Tests.Xml;

public sealed class CertificateXmlTests : IDisposable
{
    private readonly SampleAuthority _xa = new();

    public void Dispose() => _xa.Dispose();

    [Fact]
    public void A_certificate_is_written_like_this()
    {
        var certificate = new Certificate(SampleDraft.Create(), SampleDraft.Day.AddMinutes(-1), Sha256Digest.Of("issuer"u8));
        var golden = RepositoryRoot.File("tests", "Certification.Signing.Tests", "Xml", "A_certificate_is_written_like_this.xml");
        Assert.Equal(File.ReadAllText(golden).TrimEnd('\n'), Encoding.UTF8.GetString(CertificateXmlWriter.Write(certificate)));
    }

    [Fact]
    public async Task What_is_signed_is_valid_by_the_published_schema()
    {
        var faults = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = CertificateXml.CompiledSchema() };
        settings.ValidationEventHandler += (_, fault) => faults.Add(fault.Message);
        using var reader = XmlReader.Create(new MemoryStream((await _xa.SignAsync()).Xml), settings);
        while (reader.Read())
        {
        }

        Assert.Empty(faults);
    }

    [Fact]
    public void The_schema_is_strict_xsd() => Assert.True(CertificateXml.CompiledSchema().IsCompiled);

    [Fact]
    public async Task What_is_written_reads_back_the_same_whatever_people_type()
    {
        var trust = await _xa.TrustAsync();
        SampleTexts.Generator.Sample(
            text =>
            {
                var draft = SampleTexts.With(text);
                var signed = _xa.SignAsync(draft).AsTask().GetAwaiter().GetResult();
                var check = CertificateVerifier.Check(signed.Xml, thumbprint => trust.Find(ServiceKind.Issuing, thumbprint)?.Key);
                return check.Certificate?.Content.Digest() == draft.Digest();
            },
            iter: 200);
    }

    [Fact]
    public async Task Two_signings_of_one_draft_differ_as_files_and_agree_in_identity()
    {
        var (first, second) = (await _xa.SignAsync(), await _xa.SignAsync());
        Assert.NotEqual(first.Xml, second.Xml);
        Assert.Equal(first.CanonicalDigest, second.CanonicalDigest);
    }

    [Fact]
    public async Task A_key_that_signs_nothing_of_use_is_not_published()
    {
        Assert.True(LintedDraft.TryPass(SampleDraft.Create(), SampleDraft.Context, out var linted, out _));
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await CertificateSigner.SignAsync(linted, new WrongLengthKey(_xa.Keys.Issuing.Certificate), SampleDraft.Day));
    }

    private sealed record WrongLengthKey(System.Security.Cryptography.X509Certificates.X509Certificate2 Certificate) : Certification.Signing.Keys.ISigningKey
    {
        public ValueTask<byte[]> SignAsync(ReadOnlyMemory<byte> sha256, CancellationToken cancellationToken = default) => ValueTask.FromResult(new byte[70]);
    }
}
