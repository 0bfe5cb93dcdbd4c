using System.Text;
using Certification.Signing.Tests.Verification;
using Certification.Signing.Xml;
using Xunit;

namespace Certification.Signing.Tests.Interoperability;

/// <summary>xmlsec1 reaches the same verdict on every file of the profile; where we are stricter, the rule has a name.</summary>
public sealed class XmlsecAgreementTests(SignedSample signed) : IClassFixture<SignedSample>, IDisposable
{
    private const int Certificates = 500;
    private const int Seed = 20260303;
    private readonly Xmlsec? _xmlsec = Xmlsec.IsThere ? new(signed.Xa) : null;

    private static readonly Dictionary<string, (CertificateFault Rule, Func<string, string> Change)> Stricter = new()
    {
        ["a comment, which its canonical form leaves out"] = (CertificateFault.CommentPresent, xml => xml.Replace("XA-2026-000123", "XA-2026-000<!---->123")),
        ["a CDATA section, which its canonical form writes as text"] = (CertificateFault.CdataPresent, xml => xml.Replace("60/min", "<![CDATA[60/min]]>")),
        ["a document type that says nothing"] = (CertificateFault.DoctypePresent, xml => "<!DOCTYPE Certificate>" + xml),
        ["a byte order mark"] = (CertificateFault.EncodingNotAllowed, xml => "\ufeff" + xml),
        ["a namespace that nothing uses"] = (CertificateFault.NamespaceNotAllowed, xml => xml.Replace("<Holder>", "<Holder xmlns:x=\"urn:x\">")),
        ["an id of the signature"] = (CertificateFault.AttributeNotAllowed, xml => xml.Replace("<Signature ", "<Signature Id=\"a\" ")),
        ["a language of the signature"] = (CertificateFault.XmlAttributePresent, xml => xml.Replace("<Signature ", "<Signature xml:lang=\"en\" ")),
        ["an object that nobody signed"] = (CertificateFault.ObjectPresent, xml => xml.Replace("</Signature>", "<Object>x</Object></Signature>")),
    };

    public static TheoryData<string> StricterNames => new(Stricter.Keys);

    public void Dispose() => _xmlsec?.Dispose();

    [Fact]
    public async Task Every_generated_certificate_verifies_there_and_here()
    {
        Assert.SkipUnless(Xmlsec.IsThere, Xmlsec.WhyNot);
        var files = await Sign(Certificates);
        Assert.All(files, file => Assert.NotNull(signed.Check(file).Certificate));
        Assert.Equal(Certificates, files.Chunk(100).Sum(batch => _xmlsec!.CountVerified(batch)));
    }

    [Fact]
    public async Task Every_changed_certificate_fails_there_and_here()
    {
        Assert.SkipUnless(Xmlsec.IsThere, Xmlsec.WhyNot);
        Func<string, string>[] changes =
        [
            xml => xml.Replace("60/min", "61/min"),
            xml => xml.Replace("<Holder>", "<Holder> "),
            xml => SignedSample.WithValue(xml, [.. SignedSample.ValueOf(xml)[32..], .. SignedSample.ValueOf(xml)[..32]]),
            xml => SignedSample.Between(xml, "<DigestValue>", "</DigestValue>", Convert.ToBase64String(new byte[32])),
        ];
        var files = await Sign(changes.Length * 20);
        foreach (var (index, file) in files.Index())
        {
            var changed = Encoding.UTF8.GetBytes(changes[index % changes.Length](Encoding.UTF8.GetString(file)));
            Assert.Equal((index, false, true), (index, _xmlsec!.Verifies(changed), signed.Check(changed).Fault is not null));
        }
    }

    [Theory]
    [MemberData(nameof(StricterNames))]
    public void Where_xmlsec1_accepts_more_a_rule_of_the_profile_refuses_it(string name)
    {
        Assert.SkipUnless(Xmlsec.IsThere, Xmlsec.WhyNot);
        var (rule, change) = Stricter[name];
        var file = Encoding.UTF8.GetBytes(change(signed.Text));
        Assert.Equal((true, rule), (_xmlsec!.Verifies(file), signed.Check(file).Fault));
    }

    private async Task<List<byte[]>> Sign(int count)
    {
        var drafts = new GeneratedDrafts(new Random(Seed));
        var files = new List<byte[]>();
        for (var i = 0; i < count; i++)
        {
            files.Add((await signed.Xa.SignAsync(drafts.Next())).Xml);
        }

        return files;
    }
}
