using Certification.Signing.TimeStamps;
using Certification.Testing;
using Certification.Testing.Certificates;
using Certification.Workflows.Activities;
using Certification.Workflows.Activities.Certificates;
using Certification.Workflows.Port;

namespace Certification.Workflows.Tests.Activities;

public sealed class StampCertificateTests(AzuriteFixture azurite)
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_certificate_gets_a_time_stamp_beside_it_that_verifies()
    {
        Assert.SkipUnless(OpensslTsa.IsInstalled, "openssl is not installed");
        using var tsa = new OpensslTsa();
        using var keys = new SampleAuthority();
        var authority = await Issuing(keys, tsa);
        var number = await authority.Issue(Stop);

        var token = (await authority.Public.Find($"certificates/{number}.tsr", Stop))!.Content;
        var digest = (await authority.Certificates.Read(number, Stop)).CertificateDigest!.Value;
        Assert.NotNull(new TimeStampEvidence([tsa.Root], token).ExistedAt(digest, out _));
    }

    [Fact]
    public async Task A_retry_adopts_the_time_stamp_that_an_earlier_attempt_left()
    {
        Assert.SkipUnless(OpensslTsa.IsInstalled, "openssl is not installed");
        using var tsa = new OpensslTsa();
        using var keys = new SampleAuthority();
        var authority = await Issuing(keys, tsa);
        var number = await authority.Issue(Stop);
        var first = (await authority.Public.Find(StampCertificate.PathOf(number), Stop))!.Content;

        Assert.True((await authority.Stamp(number, Stop, "again")).Happened);

        Assert.Equal(1, authority.Stamps.Asked);
        Assert.Equal(first, (await authority.Public.Find(StampCertificate.PathOf(number), Stop))!.Content);
    }

    [Fact]
    public async Task A_token_of_something_else_in_its_place_is_not_adopted()
    {
        Assert.SkipUnless(OpensslTsa.IsInstalled, "openssl is not installed");
        using var tsa = new OpensslTsa();
        using var keys = new SampleAuthority();
        var authority = await Issuing(keys, tsa);
        authority.Stamps.Tsa = null;
        var number = await authority.Issue(Stop);
        authority.Stamps.Tsa = tsa;
        var other = await authority.Stamps.Stamp(Domain.Sha256Digest.Of("another"u8), Stop);
        await authority.Public.PutOnce(StampCertificate.PathOf(number), other, "application/cms", Stop);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => authority.Stamp(number, Stop));
        Assert.Contains("another document", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_time_stamping_authority_there_is_no_time_stamp_and_no_complaint()
    {
        using var keys = new SampleAuthority();
        var authority = await Issuing(keys, null);
        var number = await authority.Issue(Stop);
        Assert.False((await authority.Stamp(number, Stop, "again")).Happened);
        Assert.Null(await authority.Public.Find(StampCertificate.PathOf(number), Stop));
    }

    [Fact]
    public async Task That_none_was_to_be_had_stands_in_the_audit_chain()
    {
        using var keys = new SampleAuthority();
        var authority = await Issuing(keys, null);
        var number = await authority.Issue(Stop);
        var record = new RecordNoTimeStamp(authority.Certificates, authority.Profile, TimeProvider.System);
        await record.Run(new ActivityContext("case-s-1", "case-s-1/none", 1), new NoTimeStamp(number, "it was down"), Stop);

        var entries = await authority.Subjects.ReadAudit(Storage.Changes.SubjectIds.Certificate(number), Stop).ToListAsync(Stop);
        Assert.Equal("certificate.not-time-stamped", entries[^1].Code);
    }

    private async Task<IssuingAuthority> Issuing(SampleAuthority keys, OpensslTsa? tsa)
    {
        var authority = new IssuingAuthority(await azurite.NewStorage(), keys, await keys.TrustAsync());
        authority.Stamps.Tsa = tsa;
        await authority.Seed(Stop);
        return authority;
    }
}
