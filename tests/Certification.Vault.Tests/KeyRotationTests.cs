using Certification.Domain.Certificates;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Signing.Verification;
using Certification.Signing.Xml;
using Certification.Testing.Certificates;
using Certification.Vault.Tests.StandIn;

namespace Certification.Vault.Tests;

/// <summary>The issuing key gets a new version in the vault; the trust list names both for as long as certificates of the old
/// one are in force.</summary>
public sealed class KeyRotationTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Asked = SampleDraft.Day.AddDays(1).AddHours(2);
    private readonly SampleAuthority _authority = new();
    private StandInVault _vault = null!;

    public async ValueTask InitializeAsync() => _vault = await StandInVault.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _vault.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task While_both_keys_are_trusted_certificates_of_either_are_valid()
    {
        var (old, rotated) = (await NewVersion(), await NewVersion());
        var (before, after) = (await Issue(old), await Issue(rotated));
        var trust = await TrustIn(old, rotated);

        Assert.Equal((VerificationOutcome.Valid, null), await Verify(before, trust));
        Assert.Equal((VerificationOutcome.Valid, null), await Verify(after, trust));
        Assert.NotEqual(before.Certificate.IssuerCertificate, after.Certificate.IssuerCertificate);
    }

    [Fact]
    public async Task A_key_that_the_list_does_not_name_yet_proves_nothing()
    {
        var (old, rotated) = (await NewVersion(), await NewVersion());
        Assert.Equal(
            (VerificationOutcome.Undetermined, "trust.issuer-unknown"), await Verify(await Issue(rotated), await TrustIn(old)));
    }

    [Fact]
    public async Task A_key_of_another_use_does_not_issue_certificates()
    {
        var status = await NewVersion(ServiceKind.Status);
        var trust = await TrustIn(await NewVersion());
        Assert.Equal((VerificationOutcome.Undetermined, "trust.issuer-unknown"), await Verify(await Issue(status), trust));
    }

    [Fact]
    public async Task When_the_old_key_is_withdrawn_certificates_of_the_new_one_stay_valid()
    {
        var (old, rotated) = (await NewVersion(), await NewVersion());
        var list = Naming(old, rotated);
        var services = list.Authorities[0].Services.Select(service => service.Certificate == Convert.ToBase64String(old.Certificate.RawData)
            ? service.Compromised(SampleDraft.Day.AddHours(1))
            : service);
        var trust = await _authority.TrustAsync(list with { Authorities = [list.Authorities[0] with { Services = [.. services] }] });

        Assert.Equal((VerificationOutcome.Undetermined, "trust.issuer-compromised"), await Verify(await Issue(old), trust));
        Assert.Equal((VerificationOutcome.Valid, null), await Verify(await Issue(rotated), trust));
    }

    private async Task<VaultSigningKey> NewVersion(ServiceKind use = ServiceKind.Issuing)
    {
        using var root = OfflineRoot.Open(_authority.KeyPath);
        var made = _vault.AddKey("issuing");
        using var publicKey = made.Public();
        var certificate = root.Certify(use, publicKey, SampleDraft.Day.AddDays(-1));
        return await VaultSigningKey.OpenAsync(_vault.Connect(), "issuing", [certificate], TestContext.Current.CancellationToken);
    }

    private async Task<SignedCertificate> Issue(VaultSigningKey key) => await _authority.SignAsync(key: key);

    private Task<TrustStore> TrustIn(params VaultSigningKey[] issuing) => _authority.TrustAsync(Naming(issuing));

    private TrustList Naming(params VaultSigningKey[] issuing)
    {
        var (list, self) = (_authority.TrustList(), _authority.Describe());
        var others = self.Services.Where(service => service.Kind != ServiceKind.Issuing);
        return list with
        {
            Authorities = [self with { Services = [.. others, .. issuing.Select(key => TrustService.Of(ServiceKind.Issuing, key.Certificate))] }],
        };
    }

    private async Task<(VerificationOutcome Outcome, string? Reason)> Verify(SignedCertificate certificate, TrustStore trust)
    {
        var inputs = new VerificationInputs(trust, await _authority.StatusAsync(), Asked, TimeSpan.FromHours(24));
        var verdict = CertificateVerification.Verify(certificate.Xml, inputs).Verdict;
        return (verdict.Outcome, verdict.Reasons.FirstOrDefault()?.Code);
    }
}
