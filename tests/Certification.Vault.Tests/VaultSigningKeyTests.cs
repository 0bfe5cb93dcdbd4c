using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Certification.Signing.Keys;
using Certification.Signing.Trust;
using Certification.Testing.Certificates;
using Certification.Vault.Tests.StandIn;

namespace Certification.Vault.Tests;

public sealed class VaultSigningKeyTests : IAsyncLifetime
{
    private static readonly byte[] Digest = SHA256.HashData("something to sign"u8);
    private readonly SampleAuthority _authority = new();
    private StandInVault _vault = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _vault = await StandInVault.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _vault.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task What_it_signs_verifies_with_its_certificate()
    {
        var certificate = Certify(_vault.AddKey("issuing"));
        var key = await Open(certificate);

        var signature = await key.SignAsync(Digest, Cancelled);

        Assert.Equal(64, signature.Length);
        Assert.True(new VerificationKey(certificate).VerifyEcdsa(Digest, signature));
        Assert.Equal(certificate.RawData, key.Certificate.RawData);
    }

    [Fact]
    public async Task Of_two_certified_versions_the_newer_one_signs()
    {
        var (old, rotated) = (_vault.AddKey("issuing"), _vault.AddKey("issuing"));
        Assert.Equal(rotated.Version, (await Open(Certify(old), Certify(rotated))).Version);
    }

    [Fact]
    public async Task Versions_without_a_certificate_are_passed_over()
    {
        _vault.AddKey("issuing");
        var certified = _vault.AddKey("issuing");
        _vault.AddKey("issuing");
        _vault.AddKey("issuing", ECCurve.NamedCurves.nistP384);

        Assert.Equal(certified.Version, (await Open(Certify(certified))).Version);
    }

    [Fact]
    public async Task A_running_process_keeps_to_its_version_when_the_vault_gets_a_newer_one()
    {
        var first = _vault.AddKey("issuing");
        var key = await Open(Certify(first));
        _vault.AddKey("issuing");

        await key.SignAsync(Digest, Cancelled);

        Assert.Equal($"POST /keys/issuing/{first.Version}/sign", _vault.Requests.Last());
    }

    [Fact]
    public async Task It_signs_for_several_callers_at_once()
    {
        var key = await Open(Certify(_vault.AddKey("issuing")));
        var digests = Enumerable.Range(0, 40).Select(n => SHA256.HashData([(byte)n])).ToArray();

        var signatures = await Task.WhenAll(digests.Select(digest => key.SignAsync(digest, Cancelled).AsTask()));

        var check = new VerificationKey(key.Certificate);
        Assert.All(digests.Zip(signatures), pair => Assert.True(check.VerifyEcdsa(pair.First, pair.Second)));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task A_vault_that_is_busy_is_asked_again(int status)
    {
        var key = await Open(Certify(_vault.AddKey("issuing")));
        _vault.FailOnce(status);
        _vault.FailOnce(status);

        Assert.Equal(64, (await key.SignAsync(Digest, Cancelled)).Length);
    }

    [Fact]
    public async Task A_vault_that_stays_busy_is_unreachable()
    {
        var key = await Open(Certify(_vault.AddKey("issuing")));
        for (var attempt = 0; attempt < 5; attempt++) _vault.FailOnce(429);

        await Refused("vault.unreachable", "429", () => key.SignAsync(Digest, Cancelled).AsTask());
    }

    [Fact]
    public async Task A_caller_without_a_role_is_told_which_one()
    {
        var certificate = Certify(_vault.AddKey("issuing"));
        _vault.Forbids = true;
        await Refused("vault.forbidden", "Key Vault Crypto User", () => Open(certificate));
    }

    [Fact]
    public async Task A_disabled_key_is_refused_at_the_start()
    {
        var made = _vault.AddKey("issuing");
        made.Enabled = false;
        await Refused("vault.key-disabled", made.Version, () => Open(Certify(made)));
    }

    [Fact]
    public async Task When_the_certified_key_is_disabled_no_earlier_one_takes_its_place()
    {
        var (old, rotated) = (_vault.AddKey("issuing"), _vault.AddKey("issuing"));
        rotated.Enabled = false;
        await Refused("vault.key-disabled", rotated.Version, () => Open(Certify(old), Certify(rotated)));
    }

    [Fact]
    public async Task A_key_that_is_disabled_later_signs_no_more()
    {
        var made = _vault.AddKey("issuing");
        var key = await Open(Certify(made));
        made.Enabled = false;
        await Refused("vault.key-disabled", made.Version, () => key.SignAsync(Digest, Cancelled).AsTask());
    }

    [Fact]
    public async Task A_key_that_can_leave_the_vault_is_refused()
    {
        var made = _vault.AddKey("issuing");
        made.Exportable = true;
        await Refused("vault.key-exportable", "not exportable", () => Open(Certify(made)));
    }

    [Fact]
    public async Task A_key_on_another_curve_is_refused()
    {
        _vault.AddKey("issuing", ECCurve.NamedCurves.nistP384);
        await Refused("vault.key-unfit", "P-256", () => Open(_authority.Keys.Issuing.Certificate));
    }

    [Fact]
    public async Task A_key_to_which_no_certificate_belongs_is_refused_with_the_next_step()
    {
        _vault.AddKey("issuing");
        await Refused("vault.not-certified", "./certify keys certify", () => Open(_authority.Keys.Issuing.Certificate));
    }

    [Fact]
    public async Task A_signature_of_another_key_is_never_handed_out()
    {
        var made = _vault.AddKey("issuing");
        var key = await Open(Certify(made));
        _vault.Exchange(made);
        await Refused("vault.signature-wrong", made.Version, () => key.SignAsync(Digest, Cancelled).AsTask());
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_named() =>
        await Refused("vault.not-found", "/keys/issuing", () => Open(_authority.Keys.Issuing.Certificate));

    private Task<VaultSigningKey> Open(params X509Certificate2[] certificates) =>
        VaultSigningKey.OpenAsync(_vault.Connect(), "issuing", certificates, Cancelled);

    private X509Certificate2 Certify(StandInKey made)
    {
        using var root = OfflineRoot.Open(_authority.KeyPath);
        using var publicKey = made.Public();
        return root.Certify(ServiceKind.Issuing, publicKey, SampleDraft.Day.AddDays(-1));
    }

    private static async Task Refused(string code, string says, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<VaultException>(act);
        Assert.Equal(code, refusal.Code);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }
}
