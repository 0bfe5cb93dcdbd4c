using System.Text;
using Certification.Signing.PostQuantum;
using Certification.Testing;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Port;

namespace Certification.Workflows.Tests.Activities;

public sealed class CountersignCertificateTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_second_signature_is_published_once_where_there_is_a_key_for_it()
    {
        using var keys = new SampleAuthority();
        var authority = new IssuingAuthority(await azurite.NewStorage(), keys, await keys.TrustAsync());
        await authority.Seed(Stop);
        var number = await authority.Issue(Stop);
        var key = SecondSigningKey.FromPem(SecondSigningKey.MakePem());

        Assert.False((await Countersign(authority, number, null, "none")).Happened);
        Assert.True((await Countersign(authority, number, key, "first")).Happened);
        Assert.True((await Countersign(authority, number, key, "again")).Happened);

        var published = (await authority.Public.Find(CountersignCertificate.PathOf(number), Stop))!.Content;
        Assert.True(SecondSignature.TryRead(Encoding.ASCII.GetString(published), out var second));
        Assert.True(second.IsBy(key.Public));
        Assert.Equal((await authority.Certificates.Read(number, Stop)).CertificateDigest, second.Signed.Certificate);
    }

    private static Task<Done> Countersign(IssuingAuthority authority, string number, SecondSigningKey? key, string operation) =>
        new CountersignCertificate(authority.Certificates, authority.Public, new Countersigning(key), authority.Profile, TimeProvider.System)
            .Run(new ActivityContext("case-s-1", $"case-s-1/{operation}", 1), new DraftInput(number, ""), Stop);
}
