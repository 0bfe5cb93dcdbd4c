using System.Text;
using Certification.Domain;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Testing;
using Certification.Testing.Certificates;
using Xunit;

namespace Certification.Signing.Tests.Verification;

/// <summary>Files that were signed once and whose keys are gone: the same question gives the same bytes, on any machine, in
/// any later version.</summary>
public sealed class VerdictVectorTests
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);

    [Theory]
    [InlineData("verdict-valid.json", true, 0)]
    [InlineData("verdict-stale-status.json", true, 3)]
    [InlineData("verdict-no-trust.json", false, 0)]
    public void The_verdict_on_the_vector_is_the_same_as_ever(string golden, bool withTrust, int daysLater)
    {
        var trust = withTrust ? TrustStoreFile.OpenPinned(Text("trust-list.jws"), out _) : null;
        var inputs = new VerificationInputs(trust, Text("status-list.jws"), Asked.AddDays(daysLater), TimeSpan.FromHours(24));
        var verdict = CertificateVerification.Verify(File.ReadAllBytes(Vector("certificate.xml")), inputs).Verdict;
        Assert.Equal(Text(golden).TrimEnd(), Encoding.UTF8.GetString(DomainJson.Bytes(verdict)));
    }

    [Fact]
    public void Pinned_certificates_give_the_same_identity_as_the_trust_list()
    {
        var inputs = new VerificationInputs(TrustStoreFile.OpenPinned(Text("authority.pem"), out _), Text("status-list.jws"), Asked, TimeSpan.FromHours(24));
        var verdict = CertificateVerification.Verify(File.ReadAllBytes(Vector("certificate.xml")), inputs).Verdict;
        Assert.Contains(verdict.CertificateDigest!.Value.Hex, Text("verdict-valid.json"));
    }

    private static string Vector(string name) => RepositoryRoot.File("tests", "vectors", "certificates", name);

    private static string Text(string name) => File.ReadAllText(Vector(name));
}
